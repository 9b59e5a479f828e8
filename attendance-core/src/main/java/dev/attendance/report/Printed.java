package dev.attendance.report;

import java.time.Duration;
import java.util.Locale;

/** Durations and shares as they are printed: the one place where they are rounded (R14). */
final class Printed {

  private Printed() {}

  /** Hours, minutes and seconds, beyond 24 hours too; rounded down to the second. */
  static String duration(Duration duration) {
    return String.format(
        Locale.ROOT,
        "%d:%02d:%02d",
        duration.toHours(),
        duration.toMinutesPart(),
        duration.toSecondsPart());
  }

  /** Cut, not rounded, to one decimal: 74.96 percent must not read as the 75 it has not reached. */
  static String percent(Duration part, Duration whole) {
    long tenths = part.toMillis() * 1000 / whole.toMillis();
    return tenths / 10 + "." + tenths % 10 + " %";
  }
}
