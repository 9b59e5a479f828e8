package dev.attendance.report;

import dev.attendance.record.SessionRevision;
import dev.attendance.record.SessionSummary;
import dev.attendance.report.RecordJson.BoundsJson;
import dev.attendance.time.Interval;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The attendance of a course as JSON shows it. */
record CourseJson(List<ColumnJson> sessions, List<RowJson> people) {

  /** A session of it. */
  record ColumnJson(
      String session,
      String title,
      Optional<Instant> windowStart,
      Optional<Instant> windowEnd,
      Optional<Integer> revision,
      Optional<Boolean> tookPlace) {

    static ColumnJson of(CourseSession session) {
      return new ColumnJson(
          session.id().value(),
          session.title(),
          session.span().map(Interval::start),
          session.span().map(Interval::end),
          session.latest().map(SessionRevision::revision),
          session.latest().map(SessionRevision::summary).map(SessionSummary::tookPlace));
    }
  }

  /** A person in it: a cell, or null, for each session, and the sums. */
  record RowJson(
      String person,
      String name,
      List<Optional<CellJson>> cells,
      int present,
      int late,
      int partial,
      int absent,
      int excused,
      int unresolved,
      int counted,
      int upcoming,
      Optional<BigDecimal> percent,
      Optional<BigDecimal> maxPossiblePercent,
      BoundsJson time,
      long windowMillis) {

    static RowJson of(CourseRow row) {
      CourseFigures figures = row.figures();
      return new RowJson(
          row.person().value(),
          row.name(),
          row.cells().stream().map(cell -> cell.map(CellJson::of)).toList(),
          figures.present(),
          figures.late(),
          figures.partial(),
          figures.absent(),
          figures.excused(),
          figures.unresolved(),
          figures.counted(),
          figures.upcoming(),
          Printed.share(figures.attended(), figures.counted()),
          Printed.share(
              figures.attended() + figures.unresolved() + figures.upcoming(),
              figures.counted() + figures.upcoming()),
          BoundsJson.of(figures.time()),
          figures.window().toMillis());
    }
  }

  /** What a person has in a session. */
  record CellJson(String code, boolean counts, Optional<BigDecimal> percent) {

    static CellJson of(CourseCell cell) {
      return new CellJson(
          cell.code(),
          cell.counts(),
          Printed.share(cell.record().bridged().best(), cell.record().window()));
    }
  }

  static CourseJson of(CourseMatrix course) {
    return new CourseJson(
        course.sessions().stream().map(ColumnJson::of).toList(),
        course.rows().stream().map(RowJson::of).toList());
  }
}
