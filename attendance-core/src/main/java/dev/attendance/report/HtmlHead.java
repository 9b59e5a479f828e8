package dev.attendance.report;

import dev.attendance.record.SessionSummary;
import dev.attendance.time.Interval;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The head of a page: when and by what rules, how firm it is, and the figures in tiles. */
final class HtmlHead {

  private final ZoneId zone;
  private final DateTimeFormatter second;
  private final DateTimeFormatter day;
  private final DateTimeFormatter clock;

  HtmlHead(ZoneId zone) {
    this.zone = zone;
    this.second = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    this.day = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(zone);
    this.clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  void write(SessionReport report, Appendable out) throws IOException {
    SessionSummary summary = report.attendance().summary();
    out.append("<p class=\"about\">")
        .append(String.join(" · ", about(report, summary)))
        .append("</p>\n<p class=\"about\"><b class=\"" + report.standing() + "\">")
        .append(standing(report))
        .append("</b></p>\n");
    for (Interval blind : report.attendance().blindSpots().intervals()) {
      out.append("<p class=\"about\">Our receiver was down: what happened from ")
          .append(clock.format(blind.start()) + " to " + clock.format(blind.end()))
          .append(" may not have reached us</p>\n");
    }
    tiles(report, out);
  }

  private List<String> about(SessionReport report, SessionSummary summary) {
    List<String> parts = new ArrayList<>();
    summary.span().ifPresent(span -> parts.add(stretch(span)));
    report
        .actual()
        .filter(actual -> !summary.span().equals(Optional.of(actual)))
        .ifPresent(actual -> parts.add("people were there " + stretch(actual)));
    parts.add("times in " + Html.escape(zone.getId()));
    parts.add(
        "policy "
            + Html.escape(summary.policy().name())
            + " version "
            + summary.policy().version());
    if (!summary.crowd().hostPresent().isZero()) {
      parts.add("host present " + Printed.duration(summary.crowd().hostPresent()));
    }
    return parts;
  }

  /** The day is said once if both ends are in it. */
  private String stretch(Interval span) {
    Instant last = span.end();
    boolean sameDay = day.format(span.start()).equals(day.format(last));
    return second.format(span.start()) + " to " + (sameDay ? clock : second).format(last);
  }

  private String standing(SessionReport report) {
    String reported = ", as of " + second.format(report.reportedAt());
    return switch (report.standing()) {
      case FINAL -> "Final, settled " + settledAt(report) + reported;
      case REVISED ->
          "Revised: revision " + report.revision() + ", settled " + settledAt(report) + reported;
      case PROVISIONAL ->
          "Provisional: "
              + (report.revision() == 0
                  ? state(report)
                  : "what came after revision " + report.revision() + " is not settled yet")
              + reported;
    };
  }

  private static String state(SessionReport report) {
    return switch (report.attendance().summary().state()) {
      case SCHEDULED -> "not begun";
      case LIVE -> "going on";
      case ENDED, FINAL -> "over, and not settled yet";
    };
  }

  private String settledAt(SessionReport report) {
    return report.settledAt().map(second::format).orElse("");
  }

  private static void tiles(SessionReport report, Appendable out) throws IOException {
    Tally tally = report.tally();
    out.append("<ul class=\"tiles\">");
    tile(out, Integer.toString(tally.expected()), "expected");
    tile(out, Integer.toString(tally.attended()), "came");
    tile(out, Integer.toString(tally.present()), "present");
    optional(out, tally.late(), "late");
    optional(out, tally.leftEarly(), "left early");
    optional(out, tally.partial(), "partial");
    optional(out, tally.absent(), "absent");
    optional(out, tally.excused(), "excused");
    optional(out, tally.unresolved(), "unresolved");
    optional(out, tally.pending(), "pending");
    optional(out, tally.guests(), "guests");
    optional(out, report.attendance().summary().crowd().peak(), "at most at once");
    tile(out, Printed.duration(tally.average()), "on average");
    out.append("</ul>\n");
  }

  private static void optional(Appendable out, int count, String what) throws IOException {
    if (count > 0) {
      tile(out, Integer.toString(count), what);
    }
  }

  private static void tile(Appendable out, String figure, String what) throws IOException {
    out.append("<li><b>" + figure + "</b><span>" + what + "</span></li>");
  }
}
