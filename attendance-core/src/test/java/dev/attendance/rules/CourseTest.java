package dev.attendance.rules;

import static dev.attendance.rules.Room.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.record.HistoryEntry;
import dev.attendance.record.HistoryPosition;
import dev.attendance.report.CourseMatrix;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.time.Interval;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Example;

/** What spans sessions: a course and a person's history, as settled last. */
class CourseTest {

  private static final Interval ALWAYS = new Interval(at(-10_000), at(100_000));

  private final Lesson lesson = new Lesson();

  CourseTest() {
    lesson.plans.add("first", 0, 600, "ann", "ben");
    lesson.plans.add("second", 2000, 2600, "ann", "ben");
    lesson.plans.add("third", 90_000, 90_600, "ann");
    lesson
        .told(new Room("RM_0", "math").joined("ann", 0).left("ann", 600).finished(610))
        .told(
            new Room("RM_1", "math")
                .joined("ann", 2000)
                .left("ann", 2300)
                .joined("guest", 2000)
                .left("guest", 2600)
                .finished(2610));
    lesson.settleAt(4000);
  }

  private static List<SessionId> ids(String... ids) {
    return Stream.of(ids).map(SessionId::new).toList();
  }

  @Example
  void r19_aCourseIsWhatWasSettledAndWhatIsToCome() {
    CourseMatrix course =
        lesson.attendance.course(ids("third", "first", "no such session", "second", "first"));

    assertThat(course.sessions())
        .extracting(session -> session.id().value())
        .containsExactly("third", "first", "second");
    assertThat(course.rows())
        .extracting(
            row ->
                row.person().value()
                    + " "
                    + row.figures().attended()
                    + "/"
                    + row.figures().counted()
                    + "+"
                    + row.figures().upcoming())
        .containsExactly("ann 1/2+1", "ben 0/2+0", "guest 0/0+0");
    assertThat(course.rows().get(0).cells())
        .extracting(cell -> cell.map(one -> one.code()).orElse("-"))
        .containsExactly("-", "P", "PA");
  }

  @Example
  void r23_aLaterRevisionChangesCourseAndHistory() {
    lesson.told(new Room("RM_0", "math").joined("ben", 0).left("ben", 600));
    lesson.settleAt(5000);

    assertThat(lesson.attendance.course(ids("first")).rows())
        .extracting(row -> row.figures().attended())
        .containsExactly(1, 1);
    assertThat(history("ben", Optional.empty(), 10))
        .extracting(entry -> entry.session().value() + " " + entry.revision())
        .containsExactly("second 1", "first 2");
  }

  @Example
  void complaint7_aPersonsHistoryIsThereAfterwardsPageByPage() {
    List<HistoryEntry> first = history("ann", Optional.empty(), 1);
    assertThat(first).extracting(entry -> entry.session().value()).containsExactly("second");
    assertThat(history("ann", Optional.of(first.get(0).position()), 5))
        .extracting(entry -> entry.session().value())
        .containsExactly("first");
    assertThat(history("nobody", Optional.empty(), 5)).isEmpty();
  }

  private List<HistoryEntry> history(String person, Optional<HistoryPosition> before, int limit) {
    return lesson.attendance.history(new PersonId(person), ALWAYS, before, limit);
  }
}
