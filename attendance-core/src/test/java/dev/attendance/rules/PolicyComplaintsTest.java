package dev.attendance.rules;

import static dev.attendance.rules.Room.at;
import static dev.attendance.rules.Room.exactJoin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Breakouts;
import dev.attendance.record.Counting;
import dev.attendance.record.Denominator;
import dev.attendance.record.Threshold;
import dev.attendance.report.ExplanationText;
import dev.attendance.session.PersonId;
import dev.attendance.session.Role;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;

/** What people complain of with other products, as far as it is about policies and rosters. */
class PolicyComplaintsTest {

  private static final int MINUTE = 60;
  private static final SessionId LESSON = new SessionId("lesson");

  private static RosterEntry entry(String person, Role role) {
    return new RosterEntry(new PersonId(person), "", Optional.empty(), role, Optional.empty());
  }

  /** An hour with a teacher, and ann and bob expected. */
  private static Lesson lesson(AttendancePolicy policy, Room... rooms) {
    Lesson lesson = new Lesson(policy);
    lesson.plans.add(
        new SessionPlan(
            LESSON,
            "",
            new Interval(at(0), at(60 * MINUTE)),
            Set.of("math"),
            Set.of("group"),
            List.of(
                entry("teacher", Role.HOST),
                entry("ann", Role.PARTICIPANT),
                entry("bob", Role.PARTICIPANT))));
    for (Room room : rooms) {
      lesson.told(room);
    }
    lesson.time.set(120 * MINUTE);
    return lesson;
  }

  private static Room stay(Room room, String who, int from, int to) {
    return room.left(who, to, exactJoin(from));
  }

  @Example
  void fourMinutesAndFiftySecondsAreNotCutToFourAndFailed() {
    AttendancePolicy minutes = AttendancePolicy.minutes(Duration.ofSeconds(290));
    Room room = stay(new Room(), "ann", 0, 290);
    assertThat(lesson(minutes, room).record("lesson", "ann").status())
        .isEqualTo(AttendanceStatus.PRESENT);
    AttendancePolicy more = AttendancePolicy.minutes(Duration.ofSeconds(292));
    assertThat(lesson(more, room).record("lesson", "ann").status())
        .isEqualTo(AttendanceStatus.PARTIAL);
  }

  @Example
  void whoOnlyClickedJoinWasNotThere() {
    Room room = stay(new Room(), "teacher", 0, 60 * MINUTE).aborted("ann", 30, exactJoin(10));
    Lesson lesson = lesson(AttendancePolicy.standard(), room);
    assertThat(lesson.people("lesson"))
        .containsExactly("ann ABSENT", "bob ABSENT", "teacher PRESENT");
    assertThat(lesson.record("lesson", "ann").attempts()).isOne();
  }

  @Example
  void r13_aLessonThatEndedEarlyMakesNobodyAbsent() {
    Room room = stay(stay(new Room(), "teacher", 0, 20 * MINUTE), "ann", 2 * MINUTE, 20 * MINUTE);
    assertThat(lesson(AttendancePolicy.standard(), room).people("lesson"))
        .containsExactly("ann PARTIAL", "bob ABSENT", "teacher PARTIAL");
    Lesson byHost = lesson(AttendancePolicy.hostPresent(), room);
    assertThat(byHost.people("lesson"))
        .containsExactly("ann PRESENT", "bob ABSENT", "teacher PRESENT");
    assertThat(byHost.record("lesson", "ann").percent().orElseThrow()).isBetween(89.0, 90.1);
  }

  @Example
  void r13_aHostWhoCameLateMakesNobodyLateWhoWasThereBefore() {
    Room room =
        stay(
            stay(stay(new Room(), "teacher", 15 * MINUTE, 60 * MINUTE), "ann", 0, 60 * MINUTE),
            "bob",
            25 * MINUTE,
            60 * MINUTE);
    Lesson lesson = lesson(AttendancePolicy.hostPresent(), room);
    AttendanceRecord ann = lesson.record("lesson", "ann");
    assertThat(ann.counted().best()).isEqualTo(Duration.ofMinutes(45));
    assertThat(ann.unclipped().best()).isEqualTo(Duration.ofMinutes(60));
    assertThat(ann.late()).isFalse();
    assertThat(lesson.record("lesson", "bob").lateBy()).isEqualTo(Duration.ofMinutes(10));
    assertThat(lesson.record("lesson", "bob").late()).isTrue();
  }

  @Example
  void r18_withoutItsHostTheLessonDidNotTakePlaceAndNobodyIsAbsent() {
    Lesson lesson = lesson(AttendancePolicy.hostPresent(), stay(new Room(), "ann", 0, 60 * MINUTE));
    assertThat(lesson.people("lesson")).containsExactly("ann PARTIAL");
    assertThat(lesson.record("lesson", "ann").percent()).isEmpty();
    assertThat(lesson.report("lesson").attendance().summary().tookPlace()).isFalse();
  }

  @Example
  void r18_aHostAloneHeldTheLesson() {
    Lesson lesson =
        lesson(AttendancePolicy.hostPresent(), stay(new Room(), "teacher", 0, 60 * MINUTE));
    assertThat(lesson.people("lesson"))
        .containsExactly("ann ABSENT", "bob ABSENT", "teacher PRESENT");
  }

  @Example
  void r20_ifTheHostsEndIsUnknownSoIsTheShareOfTheOthers() {
    Room room =
        stay(new Room(), "ann", 0, 30 * MINUTE)
            .joined("teacher", 0)
            .published("teacher", 25 * MINUTE)
            .finished(61 * MINUTE);
    Lesson lesson = lesson(AttendancePolicy.hostPresent(), room);
    assertThat(lesson.record("lesson", "ann").status()).isEqualTo(AttendanceStatus.UNRESOLVED);
    assertThat(text(lesson, "ann")).anyMatch(line -> line.contains("whether a host was there"));
    // Measured by the schedule there is no doubt.
    AttendancePolicy bySchedule =
        AttendancePolicy.hostPresent().toBuilder().denominator(Denominator.SCHEDULED).build();
    assertThat(lesson(bySchedule, room).record("lesson", "ann").status())
        .isEqualTo(AttendanceStatus.PARTIAL);
  }

  private static List<String> text(Lesson lesson, String person) {
    return new ExplanationText(ZoneOffset.UTC)
        .lines(lesson.attendance.explain(LESSON, new PersonId(person)).orElseThrow());
  }

  @Example
  void whatIsShownIsWhatTheStatusWentBy() {
    AttendancePolicy graceful =
        AttendancePolicy.standard().toBuilder().reconnectGrace(Duration.ofMinutes(2)).build();
    Room room = stay(stay(new Room(), "ann/1", 0, 20 * MINUTE), "ann/2", 22 * MINUTE, 45 * MINUTE);
    Lesson lesson = lesson(graceful, room);
    AttendanceRecord ann = lesson.record("lesson", "ann");
    assertThat(ann.counted().best()).isEqualTo(Duration.ofMinutes(43));
    assertThat(ann.bridged().best()).isEqualTo(Duration.ofMinutes(45));
    assertThat(ann.durationMinutes()).isEqualTo(45);
    assertThat(ann.percent()).hasValue(75.0);
    assertThat(ann.status()).isEqualTo(AttendanceStatus.PRESENT);
    assertThat(text(lesson, "ann").get(0))
        .contains("0:45:00")
        .contains("75.0 %")
        .contains("PRESENT");
    assertThat(text(lesson, "ann")).anyMatch(line -> line.contains(graceful.toText()));
  }

  @Example
  void r13_timeInBreakoutRoomsIsNotMissing() {
    Room main =
        stay(
            stay(stay(new Room(), "teacher", 0, 60 * MINUTE), "ann/1", 0, 20 * MINUTE),
            "ann/3",
            50 * MINUTE,
            60 * MINUTE);
    Room group = stay(new Room("RM_G", "group"), "ann/2", 20 * MINUTE, 50 * MINUTE);
    Lesson counted = lesson(AttendancePolicy.standard(), main, group);
    assertThat(counted.record("lesson", "ann").counted().best()).isEqualTo(Duration.ofHours(1));
    assertThat(counted.record("lesson", "ann").status()).isEqualTo(AttendanceStatus.PRESENT);

    AttendancePolicy raw = AttendancePolicy.standard().toBuilder().breakouts(Breakouts.RAW).build();
    Lesson listed = lesson(raw, main, group);
    AttendanceRecord ann = listed.record("lesson", "ann");
    assertThat(ann.counted().best()).isEqualTo(Duration.ofMinutes(30));
    assertThat(ann.cycles()).isEqualTo(2);
    assertThat(listed.report("lesson").attendance().cycles())
        .filteredOn(cycle -> cycle.counting() == Counting.BREAKOUT)
        .hasSize(1);
    assertThat(text(listed, "ann")).anyMatch(line -> line.contains("in a breakout room"));
  }

  @Example
  void r13_breakoutRoomsMakeTheWindowIfTheyCount() {
    Room group = stay(new Room("RM_G", "group"), "ann", 0, 30 * MINUTE);
    Room main = stay(new Room(), "bob", 10 * MINUTE, 20 * MINUTE);
    AttendancePolicy raw = AttendancePolicy.webinar().toBuilder().breakouts(Breakouts.RAW).build();
    assertThat(lesson(AttendancePolicy.webinar(), main, group).record("lesson", "bob").window())
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(lesson(raw, main, group).record("lesson", "bob").window())
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Example
  void r16_lateAndLeftEarlyStandBesideTheStatus() {
    Room room =
        stay(stay(new Room(), "ann", 5 * MINUTE, 55 * MINUTE), "bob", 5 * MINUTE + 1, 54 * MINUTE);
    Lesson lesson = lesson(AttendancePolicy.standard(), room);
    AttendanceRecord ann = lesson.record("lesson", "ann");
    AttendanceRecord bob = lesson.record("lesson", "bob");
    assertThat(List.of(ann.late(), ann.leftEarly(), bob.late(), bob.leftEarly()))
        .isEqualTo(List.of(false, false, true, true));
    assertThat(ann.status()).isEqualTo(AttendanceStatus.PRESENT);
    assertThat(bob.status()).isEqualTo(AttendanceStatus.PRESENT);
    lesson.time.set(30 * MINUTE);
    assertThat(lesson.record("lesson", "bob").leftEarly()).isFalse();
  }

  @Example
  void r18_rolesAreTheRostersAndWhoCameUninvitedIsListed() {
    Room room = stay(stay(new Room(), "teacher", 0, 60 * MINUTE), "visitor", 0, 60 * MINUTE);
    Lesson lesson = lesson(AttendancePolicy.standard(), room);
    assertThat(lesson.record("lesson", "teacher").role()).isEqualTo(Role.HOST);
    assertThat(lesson.record("lesson", "visitor").role()).isEqualTo(Role.PARTICIPANT);
    assertThat(lesson.record("lesson", "visitor").expected()).isFalse();
    assertThat(lesson.people("lesson"))
        .containsExactly("ann ABSENT", "bob ABSENT", "teacher PRESENT", "visitor PRESENT");
  }

  @Example
  void r16_aShareOrATimeWhicheverIsReached() {
    AttendancePolicy either =
        AttendancePolicy.standard().toBuilder()
            .present(Threshold.either(75, Duration.ofMinutes(30)))
            .partial(Threshold.ofDuration(Duration.ofMinutes(5)))
            .build();
    Room room = stay(stay(new Room(), "ann", 0, 31 * MINUTE), "bob", 0, 4 * MINUTE);
    assertThat(lesson(either, room).people("lesson"))
        .containsExactly("ann PRESENT", "bob ABSENT", "teacher ABSENT");
  }
}
