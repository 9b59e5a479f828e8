package dev.attendance.report;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.Explanation;
import dev.attendance.record.PersonCycle;
import dev.attendance.record.StatusReason;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts in words what the arithmetic rests on: the window, when somebody was there and away. */
final class TimesText {

  private final DateTimeFormatter clock;

  TimesText(DateTimeFormatter clock) {
    this.clock = clock;
  }

  List<String> lines(Explanation explanation) {
    AttendanceRecord record = explanation.record();
    List<String> lines = new ArrayList<>();
    lines.add("Why " + record.status() + ": " + StatusReason.of(record).description() + ".");
    lines.add(window(explanation));
    IntervalSet stays = stays(explanation);
    if (!stays.isEmpty()) {
      lines.add(
          "By the connections there "
              + stretches(stays)
              + (record.uncorrected().isPresent() ? "; see the corrections." : "."));
    }
    if (!stays.gaps().isEmpty()) {
      lines.add("Away in between " + stretches(stays.gaps()) + ".");
    }
    if (!record.lateBy().isZero()) {
      lines.add(
          "Came "
              + Printed.duration(record.lateBy())
              + " after the window began"
              + (record.late() ? ": late." : ", which is not called late."));
    }
    if (!record.leftEarlyBy().isZero()) {
      lines.add(
          "Left "
              + Printed.duration(record.leftEarlyBy())
              + " before the window ended"
              + (record.leftEarly() ? ": early." : ", which is not called early."));
    }
    return lines;
  }

  private String window(Explanation explanation) {
    return explanation
        .summary()
        .span()
        .map(
            span ->
                "Measured is the window "
                    + explanation.policy().denominator()
                    + " "
                    + stretch(span)
                    + ", "
                    + Printed.duration(explanation.summary().window())
                    + " long (R13).")
        .orElse("There is no window to measure against (R13, R15).");
  }

  /** Two devices at once are one stay; what is outside of the window is left out. */
  static IntervalSet stays(Explanation explanation) {
    return IntervalSet.unionOf(
            explanation.cycles().stream()
                .filter(PersonCycle::counts)
                .map(person -> person.cycle().best())
                .toList())
        .intersection(explanation.window().best());
  }

  private String stretches(IntervalSet set) {
    return set.intervals().stream().map(this::stretch).collect(Collectors.joining(", "))
        + ": "
        + Printed.duration(set.duration());
  }

  private String stretch(Interval interval) {
    return "from " + clock.format(interval.start()) + " to " + clock.format(interval.end());
  }
}
