package dev.attendance.report;

import dev.attendance.cycle.Cycle;
import dev.attendance.record.PersonCycle;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The common axis of a report's bars, and the bars on it. */
final class Timeline {

  private static final int MOST_TICKS = 7;
  private static final int NEAR_AN_END = 15;
  private static final long MINUTE = 60_000;
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofDays(1),
          Duration.ofDays(7));

  private final Interval span;
  private final Optional<Interval> window;
  private final List<Interval> blind;
  private final List<DecidedTime> decided;
  private final DateTimeFormatter clock;
  private final DateTimeFormatter minute;

  private Timeline(
      Interval span,
      Optional<Interval> window,
      List<Interval> blind,
      List<DecidedTime> decided,
      ZoneId zone) {
    this.decided = decided;
    this.span = span;
    this.window = window;
    this.blind = blind;
    this.clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    this.minute = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
  }

  /** Wide enough for the window and for everything that counts and may have happened. */
  static Timeline of(SessionReport report, List<PersonRow> people, ZoneId zone) {
    Optional<Interval> window = report.attendance().summary().span();
    List<Interval> all = new ArrayList<>();
    window.ifPresent(all::add);
    report.attendance().cycles().stream()
        .filter(PersonCycle::counts)
        .forEach(cycle -> all.add(cycle.cycle().possible()));
    List<DecidedTime> decided = people.stream().flatMap(row -> row.decided().stream()).toList();
    decided.forEach(time -> all.add(time.interval()));
    Instant start = all.stream().map(Interval::start).min(Instant::compareTo).orElse(Instant.EPOCH);
    Instant end = all.stream().map(Interval::end).max(Instant::compareTo).orElse(start);
    Interval span = new Interval(start, end);
    List<Interval> blind =
        report.attendance().blindSpots().intersection(IntervalSet.of(span)).intervals();
    return new Timeline(span, window, blind, decided, zone);
  }

  String clock(Instant instant) {
    return clock.format(instant);
  }

  /** The first and the last instant, and round ones between them. */
  String axis() {
    StringBuilder html = new StringBuilder("<div class=\"axis\">");
    tick(html, "", 0, clock(span.start()));
    long length = span.duration().toMillis();
    long step =
        STEPS.stream()
            .mapToLong(Duration::toMillis)
            .filter(millis -> length / millis <= MOST_TICKS)
            .findFirst()
            .orElse(length + 1);
    long first = Math.floorDiv(span.start().toEpochMilli(), step) * step + step;
    for (long at = first; at < span.end().toEpochMilli(); at += step) {
      // Labels too close to the two ends would be printed over theirs.
      double share = share(Instant.ofEpochMilli(at));
      if (share > NEAR_AN_END && share < 100 - NEAR_AN_END) {
        String label = (step < MINUTE ? clock : minute).format(Instant.ofEpochMilli(at));
        // Where there is little room, every other one has to do.
        tick(html, at / step % 2 == 0 ? "" : " class=\"alternate\"", share, label);
      }
    }
    tick(html, "", 100, clock(span.end()));
    return html.append("</div>").toString();
  }

  private static void tick(StringBuilder html, String attribute, double share, String label) {
    html.append(
        String.format(Locale.ROOT, "<i%s style=\"left:%.3f%%\">%s</i>", attribute, share, label));
  }

  /** Certain time solid, uncertain ends hatched, the window behind them, decisions over them. */
  String track(PersonRow row) {
    StringBuilder html = new StringBuilder("<div class=\"track\">");
    window.ifPresent(interval -> piece(html, "window", interval, ""));
    blind.forEach(
        interval ->
            piece(
                html,
                "blind",
                interval,
                "our receiver was down from "
                    + clock(interval.start())
                    + " to "
                    + clock(interval.end())));
    for (PersonCycle person : row.cycles()) {
      Cycle cycle = person.cycle();
      String title =
          clock(cycle.start().best())
              + " ("
              + cycle.start().evidence().description()
              + ") – "
              + clock(cycle.end().best())
              + " ("
              + cycle.end().evidence().description()
              + ")";
      piece(html, "doubt", cycle.possible(), title);
      cycle.certain().intervals().forEach(certain -> piece(html, "bar", certain, title));
    }
    for (DecidedTime time : row.decided()) {
      piece(
          html,
          time.there() ? "added" : "removed",
          time.interval(),
          (time.there() ? "decided: there from " : "decided: not there from ")
              + clock(time.interval().start())
              + " to "
              + clock(time.interval().end()));
    }
    return html.append("</div>").toString();
  }

  /** What the bars mean. */
  void writeKey(Appendable out) throws IOException {
    out.append("<p class=\"key\">");
    key(out, "bar", "there");
    key(out, "doubt", "possibly there");
    key(out, "window", "the window that is measured");
    if (!blind.isEmpty()) {
      key(out, "blind", "our receiver was down");
    }
    if (decided.stream().anyMatch(DecidedTime::there)) {
      key(out, "added", "there by a person's decision");
    }
    if (!decided.stream().allMatch(DecidedTime::there)) {
      key(out, "removed", "not there by a person's decision");
    }
    out.append("</p>\n");
  }

  private static void key(Appendable out, String kind, String what) throws IOException {
    out.append(
        "<span class=\"key-entry\"><span class=\"track\"><i class=\""
            + kind
            + "\" style=\"left:0;width:100%\"></i></span>"
            + what
            + "</span> ");
  }

  private void piece(StringBuilder html, String kind, Interval interval, String title) {
    double left = share(interval.start());
    html.append(
        String.format(
            Locale.ROOT,
            "<i class=\"%s\" style=\"left:%.3f%%;width:%.3f%%\"%s></i>",
            kind,
            left,
            share(interval.end()) - left,
            title.isEmpty() ? "" : " title=\"" + Html.escape(title) + "\""));
  }

  private double share(Instant at) {
    long length = span.duration().toMillis();
    return length == 0 ? 0 : 100.0 * Duration.between(span.start(), at).toMillis() / length;
  }
}
