package dev.attendance.report;

import static dev.attendance.report.Somebody.called;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.StatusReason;
import dev.attendance.time.Bounds;
import java.time.Duration;
import net.jqwik.api.Example;

/** Why a status is what it is, status by status (R16). */
class StatusReasonTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Bounds PERHAPS = new Bounds(Duration.ZERO, Duration.ZERO, MINUTE);

  private static StatusReason reason(Somebody somebody) {
    return StatusReason.of(somebody.record());
  }

  @Example
  void r16_theReasonOfEachStatus() {
    assertThat(reason(called("ann").is(AttendanceStatus.PENDING))).isEqualTo(StatusReason.NOT_OVER);
    assertThat(reason(called("ann").is(AttendanceStatus.UNRESOLVED)))
        .isEqualTo(StatusReason.UNCERTAIN);
    assertThat(reason(called("ann").is(AttendanceStatus.PRESENT).there(MINUTE)))
        .isEqualTo(StatusReason.ENOUGH);
    assertThat(reason(called("ann").is(AttendanceStatus.EXCUSED))).isEqualTo(StatusReason.DECIDED);
    assertThat(
            reason(
                called("ann")
                    .is(AttendanceStatus.ABSENT)
                    .decided(AttendanceStatus.PRESENT, "head", "was seen")))
        .isEqualTo(StatusReason.DECIDED);
  }

  @Example
  void r16_whoWasThereForLessWasThereForTooLittleOrTooShort() {
    for (Bounds time : new Bounds[] {Bounds.exactly(MINUTE), PERHAPS, Bounds.ZERO}) {
      assertThat(reason(called("ann").is(AttendanceStatus.PARTIAL).there(time)))
          .isEqualTo(StatusReason.TOO_LITTLE);
      assertThat(reason(called("ann").is(AttendanceStatus.ABSENT).there(time)))
          .isEqualTo(StatusReason.TOO_SHORT);
    }
  }

  @Example
  void r06_r13_r18_whoWasNotInTheWindowWasOutsideOrTriedOrNeverCame() {
    assertThat(reason(called("ann").outside(MINUTE))).isEqualTo(StatusReason.OUTSIDE_WINDOW);
    assertThat(reason(called("ann").attempts(1))).isEqualTo(StatusReason.ONLY_TRIED);
    assertThat(reason(called("ann"))).isEqualTo(StatusReason.NEVER_CAME);
  }

  @Example
  void everyReasonIsToldInWords() {
    for (StatusReason reason : StatusReason.values()) {
      assertThat(reason.description()).contains(" ");
    }
  }

  @Example
  void aRecordShowsThePersonsIdAndNothingPersonal() {
    AttendanceRecord record =
        called("p1").named("Ann Example").email("ann@example.org").there(MINUTE).record();
    assertThat(record.toString())
        .contains("p1", "ABSENT", "PT1M")
        .doesNotContain("Ann Example", "ann@example.org");
  }
}
