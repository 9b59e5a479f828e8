package dev.attendance.report;

import dev.attendance.record.Threshold;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Durations and shares as they are printed: the one place where they are rounded (R14). What was
 * reached is cut, so that no limit seems reached which was not; an upper bound is rounded up, so
 * that it stays one.
 */
final class Printed {

  private static final long MILLIS = 1000;

  private Printed() {}

  /** Hours, minutes and seconds, beyond 24 hours too; cut to the second. */
  static String duration(Duration duration) {
    return String.format(
        Locale.ROOT,
        "%d:%02d:%02d",
        duration.toHours(),
        duration.toMinutesPart(),
        duration.toSecondsPart());
  }

  /** The same of an upper bound: rounded up to the second. */
  static String atMost(Duration duration) {
    return duration(Duration.ofSeconds(roundedUp(duration)));
  }

  /** Whole seconds, cut. */
  static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }

  /** Whole seconds of an upper bound: rounded up. */
  static String secondsAtMost(Duration duration) {
    return Long.toString(roundedUp(duration));
  }

  private static long roundedUp(Duration duration) {
    return -Math.floorDiv(-duration.toMillis(), MILLIS);
  }

  /** A share, a duration, or both with {@code or} between them. */
  static String threshold(Threshold threshold) {
    String share = threshold.percent().isPresent() ? threshold.percent().getAsInt() + " %" : "";
    String or = threshold.percent().isPresent() && threshold.duration().isPresent() ? " or " : "";
    return share + or + threshold.duration().map(Printed::duration).orElse("");
  }

  /** Cut, not rounded, to one decimal: 74.96 percent must not read as the 75 it has not reached. */
  static String percent(Duration part, Duration whole) {
    long tenths = part.toMillis() * 1000 / whole.toMillis();
    return tenths / 10 + "." + tenths % 10 + " %";
  }

  /** Cut to two decimals, without a sign; nothing of nothing (R15). */
  static Optional<BigDecimal> share(Duration part, Duration whole) {
    return share(part.toMillis(), whole.toMillis());
  }

  /** How often one goes into the other, cut to two decimals; nothing of nothing. */
  static Optional<BigDecimal> quotient(Duration part, Duration whole) {
    return whole.isZero()
        ? Optional.empty()
        : Optional.of(BigDecimal.valueOf(part.toMillis() * 100 / whole.toMillis(), 2));
  }

  /** The same of counts. */
  static Optional<BigDecimal> share(long part, long whole) {
    return whole == 0
        ? Optional.empty()
        : Optional.of(BigDecimal.valueOf(part * 10_000 / whole, 2));
  }
}
