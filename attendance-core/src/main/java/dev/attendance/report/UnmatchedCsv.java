package dev.attendance.report;

import dev.attendance.record.SessionAttendance;
import dev.attendance.session.PersonId;
import java.io.IOException;
import java.util.List;

/**
 * Writes one row for each identity that came, or tried to, and stands for nobody on the roster:
 * guests, and people whom the host app did not recognise. Recorders, agents and others that do not
 * count are left out (R10). Thread-safe.
 *
 * <p>{@code suggested_person_id} is whoever the roster calls by the very same name, if that is one
 * person and no other unmatched person has that name. It is for people to look at: nothing ever
 * acts on it (R11).
 */
public final class UnmatchedCsv {

  private final CsvFormat format;

  /**
   * A writer.
   *
   * @param format how the file is written
   */
  public UnmatchedCsv(CsvFormat format) {
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
    List<UnmatchedIdentity> unmatched = UnmatchedIdentity.of(attendance);
    NameSuggestions suggestions = new NameSuggestions(attendance.expected(), unmatched);
    new CsvSheet(format, out).table(columns(suggestions), unmatched);
  }

  private CsvColumns<UnmatchedIdentity> columns(NameSuggestions suggestions) {
    return new CsvColumns<UnmatchedIdentity>()
        .with("identity", one -> one.profile().identity())
        .with("display_name", one -> one.profile().name())
        .with("person_id", one -> one.person().value())
        .with("kind", one -> one.profile().kind().name())
        .with("first", one -> format.time(one.first()))
        .with("last", one -> format.time(one.last()))
        .with("seconds", one -> Printed.seconds(one.time()))
        .with("attempts", one -> Integer.toString(one.attempts()))
        .with("suggested_person_id", one -> suggestions.of(one).map(PersonId::value).orElse(""));
  }
}
