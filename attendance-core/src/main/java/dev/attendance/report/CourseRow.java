package dev.attendance.report;

import dev.attendance.session.PersonId;
import java.util.List;
import java.util.Optional;

/**
 * One person in a course.
 *
 * @param person who
 * @param name what the last session that has a name for the person calls it; possibly empty
 * @param cells what the person has in each session, in the order of the sessions; nothing where it
 *     was neither expected nor there, or the session is still to come
 * @param figures the sums
 */
public record CourseRow(
    PersonId person, String name, List<Optional<CourseCell>> cells, CourseFigures figures) {

  /** Copies the list. */
  public CourseRow {
    cells = List.copyOf(cells);
  }

  /** Shows no personal data but the person's id. */
  @Override
  public String toString() {
    return "CourseRow[" + person.value() + ", " + figures + "]";
  }
}
