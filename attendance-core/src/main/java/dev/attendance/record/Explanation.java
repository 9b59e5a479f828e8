package dev.attendance.record;

import dev.attendance.cycle.Boundary;
import dev.attendance.cycle.Cycle;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How one person's numbers came about (promise 5): the arithmetic and everything behind it.
 *
 * @param summary the session
 * @param policy what it is measured by
 * @param record the person's record
 * @param cycles the person's cycles, counted or not, by their best start
 * @param attempts the person's connections that never came up, by time
 */
public record Explanation(
    SessionSummary summary,
    AttendancePolicy policy,
    AttendanceRecord record,
    List<PersonCycle> cycles,
    List<PersonAttempt> attempts) {

  /** Copies the lists. */
  public Explanation {
    cycles = List.copyOf(cycles);
    attempts = List.copyOf(attempts);
  }

  /**
   * {@return the ends and starts whose uncertainty, if it were gone, would settle the status} Empty
   * unless the status is {@link AttendanceStatus#UNRESOLVED} (R20).
   */
  public List<Boundary> unsettled() {
    if (record.status() != AttendanceStatus.UNRESOLVED) {
      return List.of();
    }
    return cycles.stream()
        .filter(PersonCycle::counts)
        .map(PersonCycle::cycle)
        .flatMap(cycle -> Stream.of(cycle.start(), cycle.end()))
        .filter(boundary -> !boundary.isExact())
        .toList();
  }

  /**
   * {@return the explanation as text, one statement a line, in English}
   *
   * @param zone the zone to print times in; it is named once
   */
  public List<String> text(ZoneId zone) {
    DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    List<String> lines = new ArrayList<>();
    lines.add(verdict());
    lines.add("Times are " + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()) + ".");
    for (PersonCycle cycle : cycles) {
      lines.add(describe(cycle, clock));
    }
    for (PersonAttempt attempt : attempts) {
      lines.add(
          clock.format(attempt.attempt().at())
              + ": tried to connect, and the connection never came up; not counted (R6).");
    }
    if (!record.counted().equals(record.bridged())) {
      lines.add(
          "Gaps of up to "
              + print(policy.reconnectGrace())
              + " are bridged: "
              + print(record.counted().best())
              + " became "
              + print(record.bridged().best())
              + " (R12).");
    }
    if (!record.unclipped().best().equals(record.counted().best())) {
      lines.add(
          "Outside of the window as well it was "
              + print(record.unclipped().best())
              + " in all (R13).");
    }
    for (Boundary boundary : unsettled()) {
      lines.add(
          "It would be settled by what happened between "
              + clock.format(boundary.earliest())
              + " and "
              + clock.format(boundary.latest())
              + " ("
              + boundary.evidence().description()
              + ").");
    }
    return List.copyOf(lines);
  }

  private String verdict() {
    String share =
        record.percent().isPresent()
            ? String.format(Locale.ROOT, " = %.1f %%", record.percent().getAsDouble())
            : "";
    String bounds =
        record.bridged().isExact()
            ? ""
            : " (at least "
                + print(record.bridged().atLeast())
                + ", at most "
                + print(record.bridged().atMost())
                + ")";
    return print(record.bridged().best())
        + bounds
        + " of "
        + print(record.window())
        + share
        + "; present from "
        + policy.presentPercent()
        + " %: "
        + record.status()
        + ".";
  }

  private static String describe(PersonCycle person, DateTimeFormatter clock) {
    Cycle cycle = person.cycle();
    return clock.format(cycle.start().best())
        + " ("
        + cycle.start().evidence().description()
        + ") to "
        + clock.format(cycle.end().best())
        + " ("
        + cycle.end().evidence().description()
        + range(cycle.end(), clock)
        + "): "
        + print(cycle.best().duration())
        + (person.counts() ? "." : ", not counted (R10).");
  }

  private static String range(Boundary boundary, DateTimeFormatter clock) {
    Instant earliest = boundary.earliest();
    Instant latest = boundary.latest();
    // A second is what the source cuts its times to: no doubt worth a word.
    return ChronoUnit.MILLIS.between(earliest, latest) <= 1000
        ? ""
        : ", between " + clock.format(earliest) + " and " + clock.format(latest);
  }

  /** Rounded once, here: down to whole seconds (R14). */
  private static String print(Duration duration) {
    return String.format(
        Locale.ROOT,
        "%d:%02d:%02d",
        duration.toHours(),
        duration.toMinutesPart(),
        duration.toSecondsPart());
  }
}
