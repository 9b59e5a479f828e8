package dev.attendance.report;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.time.Interval;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Writes a course with one row for each person and one column for each session. Thread-safe.
 *
 * <p>A cell is the {@linkplain CourseCell#code code} of the status and the percent of the window;
 * in parentheses if it does not count, because the session did not take place or the person was not
 * on its roster. There are no points: a policy gives none.
 */
public final class MatrixCsv {

  private final CsvFormat format;

  /**
   * A writer.
   *
   * @param format how the file is written
   */
  public MatrixCsv(CsvFormat format) {
    this.format = format;
  }

  /**
   * Writes the file.
   *
   * @param course what to write
   * @param out where to; not closed. To be encoded as UTF-8
   * @throws IOException if {@code out} throws it
   */
  public void write(CourseMatrix course, Appendable out) throws IOException {
    CsvColumns<CourseRow> columns =
        new CsvColumns<CourseRow>()
            .with("person_id", row -> row.person().value())
            .with("name", CourseRow::name);
    Set<String> headers = new HashSet<>();
    List<CourseSession> sessions = course.sessions();
    for (int i = 0; i < sessions.size(); i++) {
      int column = i;
      columns.with(header(sessions.get(i), headers), row -> cell(row.cells().get(column)));
    }
    new CsvSheet(format, out).table(withFigures(columns), course.rows());
  }

  /** When it was and what it is called; with its id where that would not tell it from another. */
  private String header(CourseSession session, Set<String> taken) {
    String header =
        (format.time(session.span().map(Interval::start)) + " " + session.title()).strip();
    if (header.isEmpty() || taken.contains(header)) {
      header = (header + " " + session.id().value()).strip();
    }
    taken.add(header);
    return header;
  }

  private static CsvColumns<CourseRow> withFigures(CsvColumns<CourseRow> columns) {
    return columns
        .with("present", count(CourseFigures::present))
        .with("late", count(CourseFigures::late))
        .with("partial", count(CourseFigures::partial))
        .with("absent", count(CourseFigures::absent))
        .with("excused", count(CourseFigures::excused))
        .with("unresolved", count(CourseFigures::unresolved))
        .with("sessions_counted", count(CourseFigures::counted))
        .with("sessions_to_come", count(CourseFigures::upcoming))
        .with("percent", row -> percent(row.figures().attended(), row.figures().counted()))
        .with("max_possible_percent", row -> maxPossible(row.figures()))
        .with("counted_seconds", row -> Printed.seconds(row.figures().time().best()))
        .with("min_seconds", row -> Printed.seconds(row.figures().time().atLeast()))
        .with("max_seconds", row -> Printed.secondsAtMost(row.figures().time().atMost()))
        .with("window_seconds", row -> Printed.seconds(row.figures().window()));
  }

  private static Function<CourseRow, String> count(ToIntFunction<CourseFigures> figure) {
    return row -> Integer.toString(figure.applyAsInt(row.figures()));
  }

  private static String percent(int part, int whole) {
    return Printed.share(part, whole).map(BigDecimal::toPlainString).orElse("");
  }

  private static String maxPossible(CourseFigures figures) {
    return percent(
        figures.attended() + figures.unresolved() + figures.upcoming(),
        figures.counted() + figures.upcoming());
  }

  private static String cell(Optional<CourseCell> cell) {
    return cell.map(MatrixCsv::cell).orElse("");
  }

  private static String cell(CourseCell cell) {
    AttendanceRecord record = cell.record();
    String text =
        cell.code()
            + Printed.share(record.bridged().best(), record.window())
                .map(share -> " " + share.toPlainString())
                .orElse("");
    return cell.counts() ? text : "(" + text + ")";
  }
}
