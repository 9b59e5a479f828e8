package dev.attendance.report;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionEntry;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.record.PersonsMerged;
import dev.attendance.record.PresenceAdded;
import dev.attendance.record.PresenceMoved;
import dev.attendance.record.PresenceRemoved;
import dev.attendance.record.SessionAttendance;
import dev.attendance.record.StatusSet;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.time.Interval;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes what people decided about a session, one row for each correction that bears on it, in the
 * order in which they apply, those that no longer hold among them (promise 6). Thread-safe.
 *
 * <p>{@code before} is what the facts give, {@code after} what was decided: a status, a stretch of
 * time, a person. {@code revision} is the session's latest when the file was written.
 */
public final class AuditCsv {

  private final CsvFormat format;

  /** What the files say of a correction. */
  private record Change(String person, String before, String after) {}

  private record Row(CorrectionEntry entry, Change change, int revision) {}

  /**
   * A writer.
   *
   * @param format how the file is written
   */
  public AuditCsv(CsvFormat format) {
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
    Map<PersonId, AttendanceRecord> records =
        attendance.records().stream()
            .collect(Collectors.toMap(AttendanceRecord::person, record -> record));
    List<Row> rows =
        BearingCorrections.of(attendance).stream()
            .map(entry -> new Row(entry, change(entry, records), report.revision()))
            .toList();
    new CsvSheet(format, out).table(columns(attendance.summary().id()), rows);
  }

  private CsvColumns<Row> columns(SessionId session) {
    return new CsvColumns<Row>()
        .with("when", row -> format.time(row.entry().correction().header().madeAt()))
        .with("who", row -> row.entry().correction().header().madeBy())
        .with("action", row -> row.entry().correction().kind().name())
        .with("person", row -> row.change().person())
        .with("session", row -> session.value())
        .with("before", row -> row.change().before())
        .with("after", row -> row.change().after())
        .with("reason", row -> row.entry().correction().header().reason())
        .with("standing", row -> row.entry().standing().name())
        .with("correction_id", row -> row.entry().correction().header().id())
        .with("revision", row -> Integer.toString(row.revision()));
  }

  private Change change(CorrectionEntry entry, Map<PersonId, AttendanceRecord> records) {
    Correction correction = entry.correction();
    if (correction instanceof StatusSet set) {
      AttendanceRecord record = records.get(set.person());
      return new Change(
          set.person().value(),
          record == null ? "" : record.computed().name(),
          set.status().name());
    }
    if (correction instanceof PresenceAdded added) {
      return new Change(added.person().value(), "", time(added.interval()));
    }
    if (correction instanceof PresenceRemoved removed) {
      return new Change(removed.person().value(), time(removed.interval()), "");
    }
    if (correction instanceof PresenceMoved moved) {
      return new Change(
          moved.from().value(),
          moved.from().value() + " " + time(moved.interval()),
          moved.to().value() + " " + time(moved.interval()));
    }
    if (correction instanceof PersonsMerged merged) {
      return new Change(merged.from().value(), merged.from().value(), merged.into().value());
    }
    CorrectionWithdrawn withdrawn = (CorrectionWithdrawn) correction;
    return new Change("", withdrawn.correction(), "");
  }

  private String time(Interval interval) {
    return format.time(interval.start()) + "/" + format.time(interval.end());
  }
}
