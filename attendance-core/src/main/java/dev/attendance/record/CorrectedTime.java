package dev.attendance.record;

import dev.attendance.event.FieldRules;
import dev.attendance.time.Interval;

/** What the time that a correction is about must satisfy. */
final class CorrectedTime {

  private CorrectedTime() {}

  static Interval check(Interval interval) {
    if (interval.isEmpty()) {
      throw new IllegalArgumentException("correction interval: must not be empty");
    }
    return new Interval(
        FieldRules.instant("correction interval start", interval.start()),
        FieldRules.instant("correction interval end", interval.end()));
  }
}
