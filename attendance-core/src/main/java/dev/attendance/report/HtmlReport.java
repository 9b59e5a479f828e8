package dev.attendance.report;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.PersonAttempt;
import dev.attendance.record.PersonCycle;
import dev.attendance.record.SessionSummary;
import dev.attendance.time.Interval;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a report as one HTML page that needs nothing else: no script, no network. It has a bar for
 * each person on a common axis, uncertain ends hatched, follows the reader's light or dark setting,
 * and prints. Every name is escaped. Thread-safe.
 */
public final class HtmlReport {

  private static final String STYLE = style();

  private final ZoneId zone;

  /**
   * A writer.
   *
   * @param zone the zone that times are printed in; the page names it once
   */
  public HtmlReport(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Writes the page.
   *
   * @param report what to write
   * @param out where to; not closed. To be encoded as UTF-8
   * @throws IOException if {@code out} throws it
   */
  public void write(SessionReport report, Appendable out) throws IOException {
    SessionSummary summary = report.attendance().summary();
    List<AttendanceRecord> records = report.attendance().records();
    Map<Boolean, List<PersonCycle>> cycles =
        report.attendance().cycles().stream()
            .collect(Collectors.partitioningBy(PersonCycle::counts));
    List<PersonCycle> counted = cycles.getOrDefault(true, List.of());
    Timeline timeline = Timeline.of(summary.span(), counted, zone);
    String title = Html.escape(summary.title());

    out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
        .append("<title>Attendance: " + title + "</title>\n<style>\n" + STYLE + "</style></head>\n")
        .append("<body>\n<h1 dir=\"auto\">" + title + "</h1>\n")
        .append("<p class=\"about\">" + about(report, summary) + "</p>\n")
        .append(blindSpots(report, timeline))
        .append(tiles(records))
        .append("<div class=\"scroll\"><table>\n<thead><tr><th class=\"name\">Person</th>")
        .append("<th>Status</th><th class=\"time\">" + timeline.axis() + "</th>")
        .append("<th class=\"number\">Time</th><th class=\"number\">Share</th>")
        .append("<th class=\"number\">First join</th><th class=\"number\">Last leave</th>")
        .append("</tr></thead>\n<tbody>\n");
    Map<String, List<PersonCycle>> byPerson =
        counted.stream().collect(Collectors.groupingBy(cycle -> cycle.person().value()));
    for (AttendanceRecord record : records) {
      List<PersonCycle> own = byPerson.getOrDefault(record.person().value(), List.of());
      out.append(row(record, own, timeline));
    }
    out.append("</tbody></table></div>\n<p class=\"key\">")
        .append(
            "<span class=\"track\"><i class=\"bar\" style=\"left:0;width:100%\"></i></span>there ")
        .append("<span class=\"track\"><i class=\"doubt\" style=\"left:0;width:100%\"></i></span>")
        .append("possibly there ")
        .append("<span class=\"track\"><i class=\"window\" style=\"left:0;width:100%\"></i></span>")
        .append("the window that is measured</p>\n")
        .append(others(cycles.getOrDefault(false, List.of()), report, timeline))
        .append("</body></html>\n");
  }

  private String about(SessionReport report, SessionSummary summary) {
    DateTimeFormatter day =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    List<String> parts = new ArrayList<>();
    summary
        .span()
        .ifPresent(span -> parts.add(day.format(span.start()) + " to " + day.format(span.end())));
    parts.add("times in " + Html.escape(zone.getId()));
    parts.add(
        report.isFinal()
            ? "final, revision " + report.revision()
            : "provisional: " + summary.state().name().toLowerCase(Locale.ROOT));
    parts.add(
        "policy "
            + Html.escape(summary.policy().name())
            + " version "
            + summary.policy().version());
    parts.add("reported " + day.format(report.reportedAt()));
    return String.join(" · ", parts);
  }

  private static String blindSpots(SessionReport report, Timeline timeline) {
    StringBuilder html = new StringBuilder();
    for (Interval blind : report.attendance().blindSpots().intervals()) {
      html.append("<p class=\"about\">Our receiver was down: what happened from ")
          .append(timeline.clock(blind.start()) + " to " + timeline.clock(blind.end()))
          .append(" may not have reached us</p>\n");
    }
    return html.toString();
  }

  private static String tiles(List<AttendanceRecord> records) {
    StringBuilder html = new StringBuilder("<ul class=\"tiles\">");
    tile(html, records.size(), "people");
    Map<AttendanceStatus, Long> counts =
        records.stream()
            .collect(Collectors.groupingBy(AttendanceRecord::status, Collectors.counting()));
    for (AttendanceStatus status : AttendanceStatus.values()) {
      if (counts.containsKey(status)) {
        tile(html, counts.get(status), status.name().toLowerCase(Locale.ROOT));
      }
    }
    return html.append("</ul>\n").toString();
  }

  private static void tile(StringBuilder html, long count, String what) {
    html.append("<li><b>" + count + "</b><span>" + what + "</span></li>");
  }

  private static String row(AttendanceRecord record, List<PersonCycle> cycles, Timeline timeline) {
    String name = record.name().isBlank() ? record.person().value() : record.name();
    String range =
        isWorthShowing(record)
            ? "<small>"
                + Printed.duration(record.bridged().atLeast())
                + " – "
                + Printed.duration(record.bridged().atMost())
                + "</small>"
            : "";
    String share =
        record.window().isZero() ? "" : Printed.percent(record.bridged().best(), record.window());
    return "<tr><td class=\"name\"><span dir=\"auto\">"
        + Html.escape(name)
        + "</span>"
        + (name.equals(record.person().value())
            ? ""
            : "<small dir=\"auto\">" + Html.escape(record.person().value()) + "</small>")
        + "</td><td class=\"status "
        + record.status()
        + "\">"
        + record.status().name().toLowerCase(Locale.ROOT)
        + "</td><td class=\"time\">"
        + timeline.track(cycles)
        + "</td><td class=\"number\">"
        + Printed.duration(record.bridged().best())
        + range
        + "</td><td class=\"number\">"
        + share
        + "</td><td class=\"number\">"
        + record.firstJoin().map(timeline::clock).orElse("")
        + "</td><td class=\"number\">"
        + record.lastLeave().map(timeline::clock).orElse("")
        + "</td></tr>\n";
  }

  /** The source cuts each end to whole seconds: no doubt worth a line. */
  private static boolean isWorthShowing(AttendanceRecord record) {
    return record.bridged().atMost().minus(record.bridged().atLeast()).toSeconds()
        > record.cycles();
  }

  private static String others(
      List<PersonCycle> uncounted, SessionReport report, Timeline timeline) {
    StringBuilder html = new StringBuilder();
    if (!uncounted.isEmpty()) {
      html.append("<h2>In the room and not counted</h2>\n<ul class=\"plain\">");
      for (PersonCycle person : uncounted) {
        Instant from = person.cycle().start().best();
        Instant to = person.cycle().end().best();
        item(html, person.person().value(), timeline.clock(from) + " – " + timeline.clock(to));
      }
      html.append("</ul>\n");
    }
    if (!report.attendance().attempts().isEmpty()) {
      html.append("<h2>Tried to connect and never got in</h2>\n<ul class=\"plain\">");
      for (PersonAttempt attempt : report.attendance().attempts()) {
        item(html, attempt.person().value(), timeline.clock(attempt.attempt().at()));
      }
      html.append("</ul>\n");
    }
    return html.toString();
  }

  private static void item(StringBuilder html, String person, String when) {
    html.append("<li><span dir=\"auto\">" + Html.escape(person) + "</span>, " + when + "</li>");
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
