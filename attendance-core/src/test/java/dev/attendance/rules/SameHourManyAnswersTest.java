package dev.attendance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.time.Bounds;
import java.time.Duration;
import net.jqwik.api.Example;

/**
 * One hour that other products answer differently: ten o'clock is second 0, the session is planned
 * for an hour, the meeting ran from ten minutes before to ten minutes after it. A left is known to
 * the second, so each of them allows one second more.
 */
class SameHourManyAnswersTest {

  private static final int MINUTE = 60;

  private static Lesson lesson(Room room) {
    Lesson lesson = new Lesson();
    lesson.plans.add("ten", 0, 60 * MINUTE, "ann");
    lesson.told(room);
    lesson.time.set(90 * MINUTE);
    return lesson;
  }

  private static AttendanceRecord ann(Room room) {
    return lesson(room).record("ten", "ann");
  }

  private static Room room() {
    return new Room().joined("host", -10 * MINUTE).left("host", 70 * MINUTE);
  }

  private static Bounds seconds(double atLeast, double best, double atMost) {
    return new Bounds(millis(atLeast), millis(best), millis(atMost));
  }

  private static Duration millis(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  @Example
  void a_oneDeviceFromBeforeToAfter_60MinutesAre100Percent() {
    AttendanceRecord ann = ann(room().joined("ann", -10 * MINUTE).left("ann", 70 * MINUTE));
    assertThat(ann.counted()).isEqualTo(seconds(3600, 3600, 3600));
    assertThat(ann.percent()).hasValue(100.0);
    assertThat(ann.status()).isEqualTo(AttendanceStatus.PRESENT);
    assertThat(ann.unclipped()).isEqualTo(seconds(4800, 4800, 4801));
  }

  @Example
  void b_laptopAndPhoneOverlap_60MinutesAre100Percent() {
    AttendanceRecord ann =
        ann(
            room()
                .joined("ann/laptop", -10 * MINUTE)
                .left("ann/laptop", 40 * MINUTE)
                .joined("ann/phone", 30 * MINUTE)
                .left("ann/phone", 70 * MINUTE));
    assertThat(ann.counted()).isEqualTo(seconds(3600, 3600, 3600));
    assertThat(ann.percent()).hasValue(100.0);
    assertThat(ann.cycles()).isEqualTo(2);
  }

  @Example
  void c_thirtyShortStays_47MinutesAndAHalfAre79Percent() {
    Room room = room();
    for (int stay = 0; stay < 30; stay++) {
      room.joined("ann/" + stay, stay * 120).left("ann/" + stay, stay * 120 + 95);
    }
    AttendanceRecord ann = ann(room);
    assertThat(ann.counted()).isEqualTo(seconds(2850, 2850, 2880));
    assertThat(ann.percent().orElseThrow()).isBetween(79.1, 79.2);
    assertThat(ann.status()).isEqualTo(AttendanceStatus.PRESENT);
  }

  @Example
  void d_twoDevicesForHalfTheHour_30MinutesAre50Percent() {
    AttendanceRecord ann =
        ann(
            room()
                .joined("ann/laptop", 0)
                .left("ann/laptop", 30 * MINUTE)
                .joined("ann/phone", 0)
                .left("ann/phone", 30 * MINUTE));
    assertThat(ann.counted()).isEqualTo(seconds(1800, 1800, 1801));
    assertThat(ann.percent()).hasValue(50.0);
    assertThat(ann.status()).isEqualTo(AttendanceStatus.PARTIAL);
    assertThat(ann.leftEarlyBy()).isEqualTo(Duration.ofMinutes(30));
  }

  @Example
  void e_fourMinutesFifty_isNotRoundedDownBeforePrint() {
    AttendanceRecord ann = ann(room().joined("ann", 0).left("ann", 290));
    assertThat(ann.counted()).isEqualTo(seconds(290, 290, 291));
    assertThat(ann.percent().orElseThrow()).isBetween(8.0, 8.1);
    assertThat(ann.durationMinutes()).isEqualTo(4);
  }

  @Example
  void f_theLeaveIsLost_0To55MinutesUnresolved() {
    AttendanceRecord ann = ann(room().joined("ann", 5 * MINUTE).finished(70 * MINUTE + 20));
    assertThat(ann.counted()).isEqualTo(seconds(0, 3300, 3300));
    assertThat(ann.status()).isEqualTo(AttendanceStatus.UNRESOLVED);
  }

  @Example
  void f_withOnePollAMinute_theRangeIsAboutAMinute() {
    Room room = room().joined("ann", 5 * MINUTE);
    for (int minute = 6; minute < 60; minute++) {
      room.polled(minute * MINUTE, minute <= 20 ? new String[] {"ann"} : new String[0]);
    }
    AttendanceRecord ann = ann(room);
    // Listed last at 10:20, which may be 31 seconds stale; answered without her at 10:21, by a
    // clock from which the server's may be five seconds apart; ends are known to the second.
    assertThat(ann.counted()).isEqualTo(seconds(869, 960.5, 966));
    assertThat(ann.status()).isEqualTo(AttendanceStatus.PARTIAL);
  }

  @Example
  void g_theFirstAndTheLastTenMinutes_20MinutesAre33Percent() {
    AttendanceRecord ann =
        ann(
            room()
                .joined("ann/1", 0)
                .left("ann/1", 10 * MINUTE)
                .joined("ann/2", 50 * MINUTE)
                .left("ann/2", 60 * MINUTE));
    assertThat(ann.counted()).isEqualTo(seconds(1200, 1200, 1201));
    assertThat(ann.percent().orElseThrow()).isBetween(33.3, 33.4);
    assertThat(ann.lateBy()).isZero();
    assertThat(ann.leftEarlyBy()).isZero();
  }

  @Example
  void twoGuestsOfOneNameAreTwoPeople() {
    Lesson lesson =
        lesson(
            new Room()
                .joined("one", 0)
                .left("one", 40 * MINUTE)
                .joined("two", 20 * MINUTE)
                .left("two", 60 * MINUTE));
    for (String person : new String[] {"one", "two"}) {
      AttendanceRecord guest = lesson.record("ten", person);
      assertThat(guest.name()).isEqualTo("Guest");
      assertThat(guest.counted().best()).isEqualTo(Duration.ofMinutes(40));
      assertThat(guest.expected()).isFalse();
    }
    assertThat(lesson.people("ten")).containsExactly("ann ABSENT", "one PARTIAL", "two PARTIAL");
    assertThat(lesson.record("ten", "ann").counted()).isEqualTo(Bounds.ZERO);
  }
}
