package dev.attendance.report;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.SessionRevision;
import dev.attendance.session.PersonId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The attendance of a course: its people by its sessions, as settled last.
 *
 * <p>A session counts for a person if it was settled, took place (R18), and the person was on its
 * roster: whoever joined the course late is not charged with what was before. What is excused
 * leaves the denominator (R19). Every figure of a person is of the same set of sessions.
 *
 * @param sessions the sessions, in the order in which they were asked for, each once
 * @param rows the people who have a record in one of them, or are expected in one that is to come,
 *     in the order of their ids
 */
public record CourseMatrix(List<CourseSession> sessions, List<CourseRow> rows) {

  /** Copies the lists. */
  public CourseMatrix {
    sessions = List.copyOf(sessions);
    rows = List.copyOf(rows);
  }

  /**
   * {@return the matrix of these sessions}
   *
   * @param sessions in the order in which they are to stand, each once
   */
  public static CourseMatrix of(List<CourseSession> sessions) {
    Map<PersonId, CourseRowBuilder> rows = new TreeMap<>();
    for (int i = 0; i < sessions.size(); i++) {
      CourseSession session = sessions.get(i);
      session.awaited().forEach((person, name) -> row(rows, person, sessions.size()).awaited(name));
      List<AttendanceRecord> records =
          session.latest().map(SessionRevision::records).orElse(List.of());
      for (AttendanceRecord record : records) {
        row(rows, record.person(), sessions.size())
            .add(i, new CourseCell(record, session.counts() && record.expected()));
      }
    }
    return new CourseMatrix(sessions, rows.values().stream().map(CourseRowBuilder::build).toList());
  }

  private static CourseRowBuilder row(
      Map<PersonId, CourseRowBuilder> rows, PersonId person, int sessions) {
    return rows.computeIfAbsent(person, who -> new CourseRowBuilder(who, sessions));
  }
}
