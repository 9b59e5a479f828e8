package dev.attendance.report;

import dev.attendance.cycle.Boundary;
import dev.attendance.cycle.Cycle;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.CorrectionEntry;
import dev.attendance.record.Denominator;
import dev.attendance.record.Explanation;
import dev.attendance.record.PersonAttempt;
import dev.attendance.record.PersonCycle;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes an {@link Explanation} in words that a teacher understands, in English. Thread-safe. */
public final class ExplanationText {

  private final ZoneId zone;
  private final DateTimeFormatter clock;
  private final CorrectionText corrections;
  private final TimesText times;

  /**
   * A writer.
   *
   * @param zone the zone that times are printed in; the text names it once
   */
  public ExplanationText(ZoneId zone) {
    this.zone = zone;
    this.clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    this.corrections = new CorrectionText(zone);
    this.times = new TimesText(clock);
  }

  /**
   * {@return the explanation, one statement a line: the arithmetic, the window, the stays and the
   * time between them, each connection with its evidence, what people corrected, and what would
   * settle an open status}
   *
   * @param explanation what to put in words
   */
  public List<String> lines(Explanation explanation) {
    AttendanceRecord record = explanation.record();
    List<String> lines = new ArrayList<>();
    lines.add(verdict(explanation));
    lines.add("Times are in " + zone.getId() + ".");
    lines.add("Measured by " + explanation.policy().toText() + " (R17).");
    lines.addAll(times.lines(explanation));
    for (PersonCycle cycle : explanation.cycles()) {
      lines.add(describe(cycle));
    }
    for (PersonAttempt attempt : explanation.attempts()) {
      lines.add(
          clock.format(attempt.attempt().at())
              + ": tried to connect, and the connection never came up; not counted (R6).");
    }
    for (CorrectionEntry entry : explanation.corrections()) {
      lines.add(corrections.describe(entry));
    }
    record
        .uncorrected()
        .ifPresent(
            bounds ->
                lines.add(
                    "Without the corrections of presence it would be "
                        + Printed.duration(bounds.best())
                        + "."));
    record
        .decision()
        .ifPresent(
            decision ->
                lines.add(
                    "A person's decision holds: "
                        + record.status()
                        + "; without it the status would be "
                        + record.computed()
                        + "."));
    if (!record.counted().equals(record.bridged())) {
      lines.add(
          "Gaps of up to "
              + Printed.duration(explanation.policy().reconnectGrace())
              + " are bridged: "
              + Printed.duration(record.counted().best())
              + " became "
              + Printed.duration(record.bridged().best())
              + " (R12).");
    }
    if (!record.unclipped().best().equals(record.counted().best())) {
      lines.add(
          "With the time outside of the window it was "
              + Printed.duration(record.unclipped().best())
              + " (R13).");
    }
    for (Interval blind : explanation.blindSpots().intervals()) {
      lines.add(
          "Our receiver was down: what happened from "
              + clock.format(blind.start())
              + " to "
              + clock.format(blind.end())
              + " may not have reached us (R21).");
    }
    for (Boundary boundary : explanation.unsettled()) {
      lines.add(
          "It would be settled by knowing what happened between "
              + clock.format(boundary.earliest())
              + " and "
              + clock.format(boundary.latest())
              + " ("
              + boundary.evidence().description()
              + ") (R20).");
    }
    for (Interval blind : explanation.unsettledBlindSpots().intervals()) {
      lines.add(
          "It would be settled by knowing whether the person was there unseen between "
              + clock.format(blind.start())
              + " and "
              + clock.format(blind.end())
              + " (R20, R21).");
    }
    for (Interval stretch : explanation.unsettledWindow().intervals()) {
      lines.add(
          "It would be settled by knowing whether "
              + whoMakesTheWindow(explanation.policy())
              + " was there between "
              + clock.format(stretch.start())
              + " and "
              + clock.format(stretch.end())
              + " (R13, R18, R20).");
    }
    return List.copyOf(lines);
  }

  private static String whoMakesTheWindow(AttendancePolicy policy) {
    return policy.denominator() == Denominator.HOST_PRESENT ? "a host" : "anybody";
  }

  private static String verdict(Explanation explanation) {
    AttendanceRecord record = explanation.record();
    Duration best = record.bridged().best();
    String share = record.window().isZero() ? "" : " = " + Printed.percent(best, record.window());
    String bounds =
        record.bridged().isExact()
            ? ""
            : " (at least "
                + Printed.duration(record.bridged().atLeast())
                + ", at most "
                + Printed.duration(record.bridged().atMost())
                + ")";
    return Printed.duration(best)
        + bounds
        + " of "
        + Printed.duration(record.window())
        + share
        + "; present from "
        + Printed.threshold(explanation.policy().present())
        + ": "
        + record.computed()
        + ".";
  }

  private String describe(PersonCycle person) {
    Cycle cycle = person.cycle();
    return clock.format(cycle.start().best())
        + " ("
        + cycle.start().evidence().description()
        + range(cycle.start())
        + ") to "
        + clock.format(cycle.end().best())
        + " ("
        + cycle.end().evidence().description()
        + range(cycle.end())
        + "): "
        + Printed.duration(cycle.best().duration())
        + switch (person.counting()) {
          case COUNTED -> ".";
          case FILTERED -> ", not counted (R10).";
          case BREAKOUT -> ", in a breakout room, not counted (R13).";
        };
  }

  /** A second is what the source cuts its times to: no doubt worth a word. */
  private String range(Boundary boundary) {
    return Duration.between(boundary.earliest(), boundary.latest()).toMillis() <= 1000
        ? ""
        : ", between "
            + clock.format(boundary.earliest())
            + " and "
            + clock.format(boundary.latest());
  }
}
