package dev.attendance.rules;

import static dev.attendance.rules.Room.exactJoin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Finalisation;
import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.SessionRevision;
import dev.attendance.report.SessionReport;
import dev.attendance.session.Session;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionLife;
import dev.attendance.session.SessionState;
import dev.attendance.session.SessionTiming;
import dev.attendance.store.FoldedRoom;
import dev.attendance.time.Bounds;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** R22 and R23: from scheduled to final, and what comes after. The lesson is planned for 600 s. */
class SessionLifeTest {

  private final Lesson lesson = new Lesson();

  private SessionState stateAt(int second) {
    lesson.time.set(second);
    return lesson.report("lesson").attendance().summary().state();
  }

  private Lesson planned(String... roster) {
    lesson.plans.add("lesson", 0, 600, roster);
    return lesson;
  }

  @Example
  void r22_scheduledThenLiveThenEndedThenFinal() {
    planned("ann");
    assertThat(stateAt(-100)).isEqualTo(SessionState.SCHEDULED);
    assertThat(lesson.people("lesson")).containsExactly("ann PENDING");
    lesson.told(new Room().joined("ann", -10));
    assertThat(stateAt(-5)).isEqualTo(SessionState.LIVE);
    assertThat(stateAt(599)).isEqualTo(SessionState.LIVE);
    assertThat(lesson.people("lesson")).containsExactly("ann PENDING");
    lesson.told(new Room().left("ann", 599, exactJoin(-10)));
    assertThat(stateAt(600)).isEqualTo(SessionState.ENDED);
    lesson.settleAt(700);
    assertThat(stateAt(701)).isEqualTo(SessionState.FINAL);
    assertThat(lesson.report("lesson").isFinal()).isTrue();
  }

  @Property
  void r22_notSettledBeforeTheSettleTimeHasPassed(
      @ForAll @IntRange(min = 1, max = 900) int left, @ForAll @IntRange(max = 1200) int now) {
    Lesson own = new Lesson();
    own.plans.add("lesson", 0, 600, "ann");
    own.told(new Room().joined("ann", 0).left("ann", left));
    int settleable = Math.max(600, left + 1) + 60;
    assertThat(own.settleAt(now)).isEqualTo(now >= settleable ? 1 : 0);
    assertThat(own.report("lesson").isFinal()).isEqualTo(now >= settleable);
  }

  @Example
  void r22_notSettledWhileACycleIsOpen() {
    planned("ann").told(new Room().joined("ann", 0));
    assertThat(lesson.settleAt(5000)).isZero();
    lesson.told(new Room().left("ann", 700, exactJoin(0)));
    assertThat(lesson.settleAt(5000)).isOne();
    assertThat(lesson.people("lesson")).containsExactly("ann PRESENT");
  }

  @Example
  void r22_norIfThereIsNoSettleTime() {
    Session session =
        new Session(
            new SessionId("RM_0"),
            lesson.plans.add("lesson", 0, 600).plan(new SessionId("lesson")),
            List.of(),
            List.of());
    SessionTiming timing = new SessionTiming(Duration.ZERO, Duration.ZERO);
    Room room = new Room().joined("ann", 0);
    List<Cycle> open = room.match(OpenCycleRules.STANDARD, 700).cycles();
    List<Cycle> closed = room.left("ann", 650).match(OpenCycleRules.STANDARD, 700).cycles();
    assertThat(SessionLife.of(session, open, timing, Room.at(700)).settleable()).isFalse();
    assertThat(SessionLife.of(session, closed, timing, Room.at(700)).settleable()).isTrue();
  }

  @Example
  void r22_aCycleLeftOpenIsSettledWhenThePolicyNoLongerBelievesInIt() {
    planned("ann").told(new Room().joined("ann", 0));
    assertThat(lesson.settleAt(12 * 3600 - 1)).isZero();
    assertThat(lesson.settleAt(12 * 3600 + 60)).isOne();
    assertThat(lesson.people("lesson")).containsExactly("ann UNRESOLVED");
  }

  @Example
  void r22_anAdHocSessionIsOverWhenItsRoomFinishedOrHasBeenEmptyForLong() {
    lesson.told(new Room().joined("ann", 0).left("ann", 100).finished(120));
    lesson.told(new Room("RM_1", "art").joined("bob", 0).left("bob", 100));
    assertThat(lesson.settleAt(179)).isZero();
    assertThat(lesson.settleAt(180)).isOne();
    assertThat(lesson.report("RM_0").isFinal()).isTrue();
    assertThat(lesson.settleAt(459)).isZero();
    assertThat(lesson.settleAt(460)).isOne();
    assertThat(lesson.report("RM_1").isFinal()).isTrue();
  }

  @Example
  void r22_aRoomThatStartedAgainIsNotOver() {
    lesson.told(new Room().joined("ann", 0).left("ann", 100).finished(120).started(130));
    assertThat(lesson.settleAt(300)).isZero();
    assertThat(lesson.settleAt(130 + 360)).isOne();
  }

  @Example
  void r23_whatArrivesAfterFinalMakesTheNextRevisionAndTheFirstStays() {
    planned("ann").told(new Room().left("ann", 100, exactJoin(0)));
    lesson.settleAt(700);
    SessionRevision first = lesson.settled.get(0);
    lesson.told(new Room().joined("x", 0).left("ann/2", 600, exactJoin(90)));
    lesson.told(new Room().published("x", 5).left("x", 9, exactJoin(0)));

    SessionReport between = lesson.report("lesson");
    assertThat(between.isFinal()).isFalse();
    assertThat(between.revision()).isOne();
    assertThat(lesson.record("lesson", "ann").status()).isEqualTo(AttendanceStatus.PRESENT);

    assertThat(lesson.settleAt(800)).isOne();
    assertThat(lesson.settled).extracting(SessionRevision::revision).containsExactly(1, 2);
    assertThat(lesson.settled.get(0)).isSameAs(first);
    assertThat(first.records())
        .extracting(AttendanceRecord::status)
        .containsExactly(AttendanceStatus.PARTIAL);
    SessionReport after = lesson.report("lesson");
    assertThat(after.isFinal()).isTrue();
    assertThat(after.revision()).isEqualTo(2);
    assertThat(after.settledAt()).contains(Room.at(800));
  }

  @Example
  void r22_nobodyCanHaveASessionFinalBeforeItsTime() {
    SessionId id = new SessionId("lesson");
    assertThat(lesson.attendance.finalise(id)).isEqualTo(Finalisation.UNKNOWN);
    planned("ann").told(new Room().joined("ann", 0));
    lesson.time.set(700);
    assertThat(lesson.attendance.finalise(id)).isEqualTo(Finalisation.NOT_YET);
    lesson.store.events().append(new Room().left("ann", 600, exactJoin(0)).events());
    lesson.time.set(660);
    assertThat(lesson.attendance.finalise(id)).isEqualTo(Finalisation.NOT_YET);
    lesson.time.set(661);
    assertThat(lesson.attendance.finalise(id)).isEqualTo(Finalisation.SETTLED);
    assertThat(lesson.attendance.finalise(id)).isEqualTo(Finalisation.UNCHANGED);
    assertThat(lesson.report("lesson").isFinal()).isTrue();
  }

  @Example
  void r23_unchangedFactsSaveNothing() {
    Room room = new Room().joined("ann", 0).left("ann", 600);
    planned("ann").told(room);
    assertThat(lesson.settleAt(700)).isOne();
    assertThat(lesson.settleAt(710)).isZero();
    lesson.told(room);
    assertThat(lesson.settleAt(720)).isZero();
    // New events that tell nothing new.
    lesson.told(new Room().started(0).started(0).joined("ann", 0).joined("ann", 0));
    assertThat(lesson.settleAt(730)).isZero();
    assertThat(lesson.settled).hasSize(1);
    assertThat(lesson.store.rooms().roomsToSettle("", 9)).isEmpty();
    assertThat(lesson.report("lesson").isFinal()).isTrue();
  }

  @Property
  void r22_onlyTheClockMakesNoRevision(@ForAll @IntRange(min = 700, max = 100_000) int later) {
    Lesson own = new Lesson();
    own.plans.add("lesson", 0, 600, "ann");
    own.told(new Room().joined("ann", 0).finished(400));
    assertThat(own.settleAt(700)).isOne();
    assertThat(own.settleAt(later)).isZero();
    assertThat(own.report("lesson").isFinal()).isTrue();
  }

  @Example
  void r24_aRevisionSaysWhatTheReportSaid() {
    planned("ann").told(new Room().joined("ann", 0).left("ann", 500).joined("bob", 3));
    lesson.told(new Room().finished(601));
    lesson.settleAt(700);
    SessionReport report = lesson.report("lesson");
    assertThat(lesson.settled.get(0).records()).isEqualTo(report.attendance().records());
    assertThat(lesson.settled.get(0).summary()).isEqualTo(report.attendance().summary());
    assertThat(lesson.record("lesson", "bob").counted())
        .isEqualTo(new Bounds(Duration.ZERO, Duration.ofSeconds(597), Duration.ofSeconds(597)));
    assertThat(lesson.store.rooms().room("RM_0").map(FoldedRoom::version)).hasValue(2L);
  }
}
