package dev.attendance.report;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.SessionAttendance;
import dev.attendance.record.SessionSummary;
import dev.attendance.session.Role;
import dev.attendance.time.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The head of a {@link SectionedCsv}: the session as a whole, one figure a line. */
final class SummarySection {

  private final CsvFormat format;

  SummarySection(CsvFormat format) {
    this.format = format;
  }

  /** The lines of Teams first. */
  List<List<String>> lines(SessionReport report) {
    SessionAttendance attendance = report.attendance();
    SessionSummary summary = attendance.summary();
    Tally tally = report.tally();
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("Meeting title", summary.title()));
    lines.add(line("Attended participants", tally.attended()));
    lines.add(line("Registered participants", tally.expected()));
    lines.add(List.of("Start time", format.time(report.actual().map(Interval::start))));
    lines.add(List.of("End time", format.time(report.actual().map(Interval::end))));
    lines.add(
        List.of(
            "Meeting duration",
            report.actual().map(Interval::duration).map(Printed::duration).orElse("")));
    lines.add(List.of("Average attendance time", Printed.duration(tally.average())));
    lines.add(List.of("Median attendance time", Printed.duration(tally.median())));
    lines.add(line("Present", tally.present()));
    lines.add(line("Late", tally.late()));
    lines.add(line("Left early", tally.leftEarly()));
    lines.add(line("Partially present", tally.partial()));
    lines.add(line("Absent", tally.absent()));
    lines.add(line("Excused", tally.excused()));
    lines.add(line("Unresolved", tally.unresolved()));
    lines.add(line("Pending", tally.pending()));
    lines.add(line("Guests", tally.guests()));
    lines.add(List.of("Hosts", hosts(attendance)));
    lines.add(List.of("Host present", Printed.duration(summary.crowd().hostPresent())));
    lines.add(line("Most at once", summary.crowd().peak()));
    lines.add(List.of("Window start", format.time(summary.span().map(Interval::start))));
    lines.add(List.of("Window end", format.time(summary.span().map(Interval::end))));
    lines.add(List.of("Window duration", Printed.duration(summary.window())));
    lines.add(
        List.of("Policy", summary.policy().name() + " version " + summary.policy().version()));
    lines.add(List.of("Session ID", summary.id().value()));
    lines.add(List.of("Room instances", String.join(" ", summary.roomSids())));
    lines.add(List.of("Standing", report.standing().name()));
    lines.add(line("Revision", report.revision()));
    lines.add(List.of("State", summary.state().name()));
    lines.add(List.of("Reported at", format.time(report.reportedAt())));
    lines.add(List.of("Time zone", format.zone().getId()));
    return lines;
  }

  private static List<String> line(String what, int count) {
    return List.of(what, Integer.toString(count));
  }

  private static String hosts(SessionAttendance attendance) {
    return attendance.records().stream()
        .filter(record -> record.role() == Role.HOST)
        .map(AttendanceRecord::name)
        .collect(Collectors.joining("; "));
  }
}
