package dev.attendance.record;

import java.time.Duration;

/** What every duration of a record must satisfy. */
final class Durations {

  private Durations() {}

  static void check(String field, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(field + ": must not be negative, was " + duration);
    }
  }
}
