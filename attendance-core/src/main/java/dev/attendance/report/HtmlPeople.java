package dev.attendance.report;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.StatusReason;
import dev.attendance.session.Role;
import dev.attendance.time.Bounds;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of a page: a row and a bar for each person. */
final class HtmlPeople {

  private final Timeline timeline;

  HtmlPeople(Timeline timeline) {
    this.timeline = timeline;
  }

  void write(List<PersonRow> people, Appendable out) throws IOException {
    out.append("<div class=\"scroll\"><table>\n<thead><tr><th class=\"name\">Person</th>")
        .append("<th class=\"status\">Status</th><th class=\"time\">" + timeline.axis() + "</th>")
        .append("<th class=\"number wide\">Time</th><th class=\"number\">Share</th>")
        .append("<th class=\"number\">First join</th><th class=\"number\">Last leave</th>")
        .append("</tr></thead>\n<tbody>\n");
    for (PersonRow row : people) {
      row(row, out);
    }
    out.append("</tbody></table></div>\n");
  }

  private void row(PersonRow row, Appendable out) throws IOException {
    AttendanceRecord record = row.record();
    out.append("<tr><td class=\"name\"><span dir=\"auto\">" + Html.escape(row.name()) + "</span>")
        .append(name(row))
        .append("</td><td class=\"status " + record.status() + "\">")
        .append(word(record.status()))
        .append(status(record))
        .append("</td><td class=\"time\">" + timeline.track(row))
        .append("</td><td class=\"number\">" + Printed.duration(record.bridged().best()))
        .append(time(record))
        .append("</td><td class=\"number\">")
        .append(
            record.window().isZero()
                ? ""
                : Printed.percent(record.bridged().best(), record.window()))
        .append("</td><td class=\"number\">")
        .append(record.firstJoin().map(timeline::clock).orElse(""))
        .append("</td><td class=\"number\">")
        .append(record.lastLeave().map(timeline::clock).orElse(""))
        .append("</td></tr>\n");
  }

  private static String name(PersonRow row) {
    StringBuilder html = new StringBuilder();
    String id = row.record().person().value();
    if (!row.name().equals(id)) {
      html.append("<small dir=\"auto\">" + Html.escape(id) + "</small>");
    }
    if (row.record().role() == Role.HOST) {
      html.append("<small class=\"badge\">host</small>");
    }
    if (!row.record().expected()) {
      html.append("<small class=\"badge\">not on the roster</small>");
    }
    return html.toString();
  }

  private static String status(AttendanceRecord record) {
    List<String> remarks = new ArrayList<>();
    if (record.late()) {
      remarks.add("late by " + Printed.duration(record.lateBy()));
    }
    if (record.leftEarly()) {
      remarks.add("left " + Printed.duration(record.leftEarlyBy()) + " early");
    }
    if (record.decision().isPresent()) {
      remarks.add("decided; else " + word(record.computed()));
    } else if (record.status() == AttendanceStatus.ABSENT) {
      remarks.add(StatusReason.of(record).description());
    }
    return small(remarks);
  }

  private static String time(AttendanceRecord record) {
    List<String> remarks = new ArrayList<>();
    Bounds bounds = record.bridged();
    if (isWorthShowing(record)) {
      remarks.add(Printed.duration(bounds.atLeast()) + " – " + Printed.atMost(bounds.atMost()));
    }
    record
        .uncorrected()
        .ifPresent(facts -> remarks.add("uncorrected " + Printed.duration(facts.best())));
    return small(remarks);
  }

  private static String small(List<String> remarks) {
    StringBuilder html = new StringBuilder();
    remarks.forEach(remark -> html.append("<small>" + remark + "</small>"));
    return html.toString();
  }

  private static String word(AttendanceStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  /** The source cuts each end to whole seconds: no doubt worth a line. */
  private static boolean isWorthShowing(AttendanceRecord record) {
    Duration doubt = record.bridged().atMost().minus(record.bridged().atLeast());
    return doubt.toSeconds() > record.cycles();
  }
}
