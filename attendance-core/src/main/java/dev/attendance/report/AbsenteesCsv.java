package dev.attendance.report;

import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.StatusReason;
import dev.attendance.session.RosterEntry;
import dev.attendance.time.Interval;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes one row for each person who is absent or excused, with when the person was on the roster
 * (R18) and how often it tried to connect in vain (R6). Thread-safe.
 */
public final class AbsenteesCsv {

  private static final Set<AttendanceStatus> AWAY =
      EnumSet.of(AttendanceStatus.ABSENT, AttendanceStatus.EXCUSED);

  private final CsvFormat format;

  /**
   * A writer.
   *
   * @param format how the file is written
   */
  public AbsenteesCsv(CsvFormat format) {
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
    new CsvSheet(format, out)
        .table(
            columns(),
            PersonRow.of(report.attendance()).stream()
                .filter(row -> AWAY.contains(row.record().status()))
                .toList());
  }

  private CsvColumns<PersonRow> columns() {
    return new CsvColumns<PersonRow>()
        .with("person_id", row -> row.record().person().value())
        .with("name", row -> row.record().name())
        .with("email", row -> row.record().email().orElse(""))
        .with("enrolled_from", enrolled(Interval::start))
        .with("enrolled_to", enrolled(Interval::end))
        .with("status", row -> row.record().status().name())
        .with("reason_code", row -> StatusReason.of(row.record()).name())
        .with("reason_text", AbsenteesCsv::reason)
        .with("attempts", row -> Integer.toString(row.record().attempts()));
  }

  /** Of who was on the roster always, nothing. */
  private Function<PersonRow, String> enrolled(Function<Interval, Instant> end) {
    return row -> format.time(enrolment(row).map(end));
  }

  private static Optional<Interval> enrolment(PersonRow row) {
    return row.roster().flatMap(RosterEntry::enrolled);
  }

  /** The reason that was given, where a person decided. */
  private static String reason(PersonRow row) {
    return row.record()
        .decision()
        .map(decision -> decision.reason())
        .orElseGet(() -> StatusReason.of(row.record()).description());
  }
}
