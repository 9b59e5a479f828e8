package dev.attendance.rules;

import static dev.attendance.rules.Room.at;
import static dev.attendance.rules.Room.exactJoin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantKind;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.Denominator;
import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.SessionId;
import dev.attendance.time.Bounds;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;

/** R12, R13, R18 and what a session claims. */
class SessionRulesTest {

  private final Lesson lesson = new Lesson();

  private static RosterEntry enrolled(String person, int from, int to) {
    return new RosterEntry(new PersonId(person), "", Optional.of(new Interval(at(from), at(to))));
  }

  private static Bounds exactly(int seconds) {
    return Bounds.exactly(Duration.ofSeconds(seconds));
  }

  @Example
  void r12_aGapIsBridgedOnlyIfThePolicySaysSoAndBothTotalsAreKept() {
    Room room =
        new Room().joined("ann/1", 0).left("ann/1", 300).joined("ann/2", 330).left("ann/2", 700);
    for (int grace : new int[] {0, 29, 30}) {
      Lesson own =
          new Lesson(
              AttendancePolicy.standard().toBuilder()
                  .reconnectGrace(Duration.ofSeconds(grace))
                  .build());
      own.plans.add("lesson", 0, 600);
      own.told(room);
      own.time.set(900);
      assertThat(own.record("lesson", "ann").counted().best()).hasSeconds(570);
      assertThat(own.record("lesson", "ann").bridged().best()).hasSeconds(grace == 30 ? 600 : 570);
    }
  }

  @Example
  void r13_theActualWindowIsWhenAnybodyWasThere() {
    Lesson own =
        new Lesson(AttendancePolicy.standard().toBuilder().denominator(Denominator.ACTUAL).build());
    own.plans.add("lesson", 0, 600, "ann", "bob");
    own.told(new Room().joined("ann", -50).left("ann", 200).joined("bob", 300).left("bob", 400));
    own.time.set(900);
    assertThat(own.record("lesson", "ann").window()).hasSeconds(300);
    assertThat(own.record("lesson", "ann").counted().best()).hasSeconds(200);
    assertThat(own.record("lesson", "ann").unclipped().best()).hasSeconds(250);
    assertThat(own.record("lesson", "bob").lateBy()).hasSeconds(300);
  }

  @Example
  void r15_aSessionThatRanOutsideItsSlotGivesNoPercentOfNothing() {
    Lesson own =
        new Lesson(AttendancePolicy.standard().toBuilder().denominator(Denominator.ACTUAL).build());
    own.plans.add("lesson", 0, 600, "ann", "bob");
    own.told(new Room().joined("ann", -500).left("ann", -100).started(10));
    own.time.set(900);
    assertThat(own.record("lesson", "ann").percent()).isEmpty();
    assertThat(own.people("lesson")).containsExactly("ann PARTIAL");
  }

  @Example
  void r18_aSessionNobodyAttendedMarksNobodyAbsent() {
    lesson.plans.add("lesson", 0, 600, "ann", "bob");
    lesson.told(new Room().started(0).aborted("ann", 60, exactJoin(0)).finished(300));
    assertThat(lesson.settleAt(700)).isOne();
    assertThat(lesson.people("lesson")).isEmpty();
    assertThat(lesson.report("lesson").attendance().summary().tookPlace()).isFalse();
    assertThat(lesson.report("lesson").attendance().attempts()).hasSize(1);
  }

  @Example
  void r18_anAgentAloneIsNobody() {
    lesson.plans.add("lesson", 0, 600, "ann");
    var agent =
        new Participant(
            "PA_agent",
            "agent",
            "",
            ParticipantKind.AGENT,
            false,
            false,
            Optional.of(exactJoin(0)));
    lesson.told(new Room().joined(agent, 0).finished(650));
    assertThat(lesson.settleAt(800)).isOne();
    assertThat(lesson.people("lesson")).isEmpty();
  }

  @Example
  void r18_onlyWhoWasOnTheRosterAtThatTimeIsAbsentAndWhoCameIsListed() {
    lesson.plans.add(
        "lesson",
        0,
        600,
        List.of(
            enrolled("left-the-course", -9000, 0),
            enrolled("comes-next-week", 600, 9000),
            enrolled("came-early", 600, 9000),
            enrolled("joined-halfway", 300, 9000),
            enrolled("missed-it", -9000, 9000)));
    lesson.told(
        new Room()
            .joined("host", 0)
            .left("host", 600)
            .joined("came-early", 0)
            .left("came-early", 600));
    lesson.time.set(900);
    assertThat(lesson.people("lesson"))
        .containsExactly(
            "came-early PRESENT", "host PRESENT", "joined-halfway ABSENT", "missed-it ABSENT");
    assertThat(lesson.record("lesson", "host").expected()).isFalse();
    assertThat(lesson.record("lesson", "came-early").expected()).isFalse();
  }

  @Example
  void twoPlansInOneRoomInstanceEachHaveTheirOwn() {
    lesson.plans.add("first", 0, 600, "ann", "bob").add("second", 600, 1200, "ann", "cy");
    lesson.told(
        new Room()
            .joined("ann", 0)
            .joined("bob", 0)
            .left("bob", 590)
            .joined("cy", 610)
            .left("ann", 1200, exactJoin(0))
            .left("cy", 1200, exactJoin(610))
            .finished(1221));
    lesson.time.set(2000);
    assertThat(lesson.people("first")).containsExactly("ann PRESENT", "bob PRESENT");
    assertThat(lesson.people("second")).containsExactly("ann PRESENT", "cy PRESENT");
    assertThat(lesson.record("first", "ann").counted()).isEqualTo(exactly(600));
    assertThat(lesson.record("second", "ann").counted()).isEqualTo(exactly(600));
    assertThat(lesson.settleAt(2000)).isEqualTo(2);
    assertThat(lesson.attendance.report(new SessionId("RM_0"))).isEmpty();
  }

  @Example
  void theFirstOfTwoPlansIsSettledWhileTheSecondRuns() {
    lesson.plans.add("first", 0, 600, "ann").add("second", 600, 9000, "cy");
    lesson.told(new Room().joined("ann", 0).left("ann", 590).joined("cy", 610));
    assertThat(lesson.settleAt(700)).isOne();
    assertThat(lesson.report("first").isFinal()).isTrue();
    assertThat(lesson.report("second").isFinal()).isFalse();
  }

  @Example
  void severalInstancesOfOneRoomAreOneSession() {
    lesson.plans.add("lesson", 0, 600, "ann");
    lesson.told(new Room("RM_1", "math").joined("ann/1", 0).left("ann/1", 250).finished(270));
    lesson.told(new Room("RM_2", "math").joined("ann/2", 200).left("ann/2", 600));
    lesson.time.set(900);
    assertThat(lesson.record("lesson", "ann").counted()).isEqualTo(exactly(600));
    assertThat(lesson.report("lesson").attendance().summary().roomSids())
        .containsExactlyInAnyOrder("RM_1", "RM_2");
  }

  @Example
  void aPlanMayArriveAfterTheEvents() {
    lesson.told(new Room().joined("ann", 0).left("ann", 600));
    lesson.time.set(650);
    assertThat(lesson.people("RM_0")).containsExactly("ann PENDING");
    lesson.plans.add("lesson", 0, 600, "ann", "bob");
    assertThat(lesson.settleAt(700)).isOne();
    assertThat(lesson.people("lesson")).containsExactly("ann PRESENT", "bob ABSENT");
    assertThat(lesson.attendance.report(new SessionId("RM_0"))).isEmpty();
  }
}
