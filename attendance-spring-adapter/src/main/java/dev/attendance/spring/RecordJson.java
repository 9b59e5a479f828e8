package dev.attendance.spring;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.time.Bounds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/** One person's attendance as the read API shows it. Percent and status go by what is bridged. */
record RecordJson(
    String person,
    String name,
    boolean expected,
    AttendanceStatus status,
    Optional<BigDecimal> percent,
    BoundsJson counted,
    BoundsJson bridged,
    BoundsJson unclipped,
    long windowMillis,
    Optional<Instant> firstJoin,
    Optional<Instant> lastLeave,
    long lateByMillis,
    long leftEarlyByMillis,
    int cycles,
    int attempts) {

  /** A duration that is known only between bounds. */
  record BoundsJson(long atLeastMillis, long bestMillis, long atMostMillis) {

    static BoundsJson of(Bounds bounds) {
      return new BoundsJson(
          bounds.atLeast().toMillis(), bounds.best().toMillis(), bounds.atMost().toMillis());
    }
  }

  static RecordJson of(AttendanceRecord record) {
    return new RecordJson(
        record.person().value(),
        record.name(),
        record.expected(),
        record.status(),
        percent(record),
        BoundsJson.of(record.counted()),
        BoundsJson.of(record.bridged()),
        BoundsJson.of(record.unclipped()),
        record.window().toMillis(),
        record.firstJoin(),
        record.lastLeave(),
        record.lateBy().toMillis(),
        record.leftEarlyBy().toMillis(),
        record.cycles(),
        record.attempts());
  }

  /** Cut to two decimals, from whole numbers: 74.996 must not be shown as the 75 it is not. */
  private static Optional<BigDecimal> percent(AttendanceRecord record) {
    if (record.window().isZero()) {
      return Optional.empty();
    }
    return Optional.of(
        BigDecimal.valueOf(record.bridged().best().toMillis())
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(record.window().toMillis()), 2, RoundingMode.DOWN));
  }
}
