package dev.attendance.report;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.PersonCycle;
import dev.attendance.record.SessionAttendance;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Writes a session in the sections that people know from Microsoft Teams: 1. Summary, 2.
 * Participants, 3. In-Meeting Activities. What Teams has too has the same name and comes first.
 * Unlike there it is UTF-8 with commas, times have a date and an offset, durations are those that
 * the status goes by, and the average is that of the rows shown. Thread-safe.
 */
public final class SectionedCsv {

  private final CsvFormat format;

  private record Activity(PersonRow person, PersonCycle cycle) {}

  /**
   * A writer.
   *
   * @param format how the file is written
   */
  public SectionedCsv(CsvFormat format) {
    this.format = format;
  }

  /**
   * Writes the file.
   *
   * @param report what to write
   * @param out where to; not closed. To be encoded as UTF-8
   * @throws IOException if {@code out} throws it
   */
  public void write(SessionReport report, Appendable out) throws IOException {
    SessionAttendance attendance = report.attendance();
    List<PersonRow> people = PersonRow.of(attendance);
    CsvSheet sheet = new CsvSheet(format, out);
    sheet.row(List.of("1. Summary"));
    for (List<String> line : new SummarySection(format).lines(report)) {
      sheet.row(line);
    }
    sheet.row(List.of(""));
    sheet.row(List.of("2. Participants"));
    sheet.table(participants(), people);
    sheet.row(List.of(""));
    sheet.row(List.of("3. In-Meeting Activities"));
    sheet.table(activities(), activities(people));
  }

  private CsvColumns<PersonRow> participants() {
    return new CsvColumns<PersonRow>()
        .with("Name", of(AttendanceRecord::name))
        .with("First Join", of(record -> format.time(record.firstJoin())))
        .with("Last Leave", of(record -> format.time(record.lastLeave())))
        .with("In-Meeting Duration", of(SectionedCsv::duration))
        .with("Email", of(record -> record.email().orElse("")))
        .with("Participant ID (UPN)", of(record -> record.person().value()))
        .with("Role", of(record -> record.role().name()))
        .with("Expected", of(record -> record.expected() ? "Y" : "N"))
        .with("Status", of(record -> record.status().name()))
        .with("Percent", of(SectionedCsv::percent))
        .with("At Least", of(record -> Printed.duration(record.bridged().atLeast())))
        .with("At Most", of(record -> Printed.atMost(record.bridged().atMost())))
        .with("Late By", of(record -> late(record.late(), record.lateBy())))
        .with("Left Early By", of(record -> late(record.leftEarly(), record.leftEarlyBy())));
  }

  private CsvColumns<Activity> activities() {
    return new CsvColumns<Activity>()
        .with("Name", activity -> activity.person().record().name())
        .with("Join Time", activity -> format.time(activity.cycle().cycle().start().best()))
        .with(
            "Leave Time",
            activity ->
                activity.cycle().cycle().isOpen()
                    ? ""
                    : format.time(activity.cycle().cycle().end().best()))
        .with("Duration", activity -> Printed.duration(activity.cycle().cycle().best().duration()))
        .with("Email", activity -> activity.person().record().email().orElse(""))
        .with("Participant ID (UPN)", activity -> activity.person().record().person().value())
        .with("Role", activity -> activity.person().record().role().name())
        .with("Join Evidence", activity -> activity.cycle().cycle().start().evidence().name())
        .with("Leave Evidence", activity -> activity.cycle().cycle().end().evidence().name());
  }

  private static List<Activity> activities(List<PersonRow> people) {
    return people.stream()
        .flatMap(person -> person.cycles().stream().map(cycle -> new Activity(person, cycle)))
        .toList();
  }

  private static Function<PersonRow, String> of(Function<AttendanceRecord, String> value) {
    return row -> value.apply(row.record());
  }

  /** Of who did not come, nothing rather than a zero: the average leaves them out too. */
  private static String duration(AttendanceRecord record) {
    return record.cycles() == 0 ? "" : Printed.duration(record.bridged().best());
  }

  private static String percent(AttendanceRecord record) {
    return Printed.share(record.bridged().best(), record.window())
        .map(BigDecimal::toPlainString)
        .orElse("");
  }

  private static String late(boolean is, Duration by) {
    return is ? Printed.duration(by) : "";
  }
}
