package dev.attendance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Crowd;
import dev.attendance.record.RevisionInputs;
import dev.attendance.record.RoomIntake;
import dev.attendance.record.SessionRevision;
import dev.attendance.record.SessionSummary;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionState;
import dev.attendance.time.Interval;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * R19: what goes into a person's figures of a course, against a count that goes session by session.
 */
class CourseMatrixTest {

  private static final List<AttendanceStatus> STATUSES =
      List.of(
          AttendanceStatus.PRESENT,
          AttendanceStatus.PARTIAL,
          AttendanceStatus.ABSENT,
          AttendanceStatus.EXCUSED,
          AttendanceStatus.UNRESOLVED);

  /** What a person has in a session. */
  record Part(String person, boolean expected, AttendanceStatus status, boolean late, int minutes) {

    AttendanceRecord record() {
      Somebody somebody = Somebody.called(person).is(status).there(Duration.ofMinutes(minutes));
      somebody = late ? somebody.lateBy(Duration.ofMinutes(6)) : somebody;
      return (expected ? somebody : somebody.guest()).record();
    }
  }

  /** A session: settled if it has taken place or not, still to come if nobody knows. */
  record Held(Optional<Boolean> tookPlace, List<Part> parts) {}

  @Provide
  Arbitrary<List<Held>> courses() {
    Arbitrary<Part> part =
        Combinators.combine(
                Arbitraries.of("ann", "ben", "cid"),
                Arbitraries.of(true, true, false),
                Arbitraries.of(STATUSES),
                Arbitraries.of(true, false),
                Arbitraries.integers().between(0, 60))
            .as(Part::new);
    return Combinators.combine(
            Arbitraries.of(true, true, false).optional(0.8),
            part.list().ofMaxSize(3).uniqueElements(Part::person))
        .as(Held::new)
        .list()
        .ofMaxSize(6);
  }

  @Property
  void r19_figuresAreOfTheSessionsThatCountAndExcusesLeaveTheDenominator(
      @ForAll("courses") List<Held> course) {
    CourseMatrix matrix = matrix(course);

    TreeSet<String> people = new TreeSet<>();
    course.forEach(
        held ->
            held.parts().stream()
                .filter(part -> held.tookPlace().isPresent() || part.expected())
                .forEach(part -> people.add(part.person())));
    assertThat(matrix.rows())
        .extracting(row -> row.person().value())
        .containsExactlyElementsOf(people);
    for (CourseRow row : matrix.rows()) {
      agree(row, course);
    }
  }

  private static void agree(CourseRow row, List<Held> course) {
    int attended = 0;
    int counted = 0;
    int excused = 0;
    int open = 0;
    int upcoming = 0;
    long minutes = 0;
    for (int i = 0; i < course.size(); i++) {
      Held held = course.get(i);
      Part part = part(held, row.person().value());
      boolean settled = held.tookPlace().isPresent();
      assertThat(row.cells().get(i).isPresent()).isEqualTo(part != null && settled);
      if (part == null || !part.expected()) {
        continue;
      }
      if (!settled) {
        upcoming++;
      } else if (held.tookPlace().get()) {
        if (part.status() == AttendanceStatus.EXCUSED) {
          excused++;
        } else {
          counted++;
          minutes += part.minutes();
          attended += part.status() == AttendanceStatus.PRESENT ? 1 : 0;
          open += part.status() == AttendanceStatus.UNRESOLVED ? 1 : 0;
        }
      }
    }
    CourseFigures figures = row.figures();
    assertThat(figures.attended()).isEqualTo(attended);
    assertThat(figures.counted()).isEqualTo(counted);
    assertThat(figures.excused()).isEqualTo(excused);
    assertThat(figures.unresolved()).isEqualTo(open);
    assertThat(figures.upcoming()).isEqualTo(upcoming);
    assertThat(figures.time().best()).hasMinutes(minutes);
    assertThat(figures.window()).hasMinutes(60L * counted);
    if (counted == 0) {
      assertThat(figures.percent()).isEmpty();
    } else {
      assertThat(figures.percent()).hasValue(100.0 * attended / counted);
    }
    if (counted + upcoming > 0) {
      assertThat(figures.maxPossiblePercent().orElseThrow())
          .isEqualTo(100.0 * (attended + open + upcoming) / (counted + upcoming))
          .isBetween(figures.percent().orElse(0), 100.0);
    }
  }

  private static Part part(Held held, String person) {
    return held.parts().stream()
        .filter(part -> part.person().equals(person))
        .findFirst()
        .orElse(null);
  }

  @Property
  void r19_anExcuseChangesNoPercentage(@ForAll("courses") List<Held> course) {
    List<Held> without =
        course.stream()
            .map(
                held ->
                    new Held(
                        held.tookPlace(),
                        held.parts().stream()
                            .filter(
                                part ->
                                    held.tookPlace().isEmpty()
                                        || part.status() != AttendanceStatus.EXCUSED)
                            .toList()))
            .toList();
    Map<PersonId, CourseFigures> figures = new HashMap<>();
    matrix(course).rows().forEach(row -> figures.put(row.person(), row.figures()));
    for (CourseRow row : matrix(without).rows()) {
      CourseFigures excused = figures.get(row.person());
      assertThat(excused.percent()).isEqualTo(row.figures().percent());
      assertThat(excused.maxPossiblePercent()).isEqualTo(row.figures().maxPossiblePercent());
      assertThat(excused.time()).isEqualTo(row.figures().time());
    }
  }

  @Example
  void complaint14_nobodyAttends13Of12() {
    List<Held> course = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      // Ann was a guest in the first lesson, before she enrolled.
      course.add(held(new Part("ann", i > 0, AttendanceStatus.PRESENT, false, 60)));
    }
    CourseFigures ann = matrix(course).rows().get(0).figures();
    assertThat(ann.attended()).isEqualTo(12);
    assertThat(ann.counted()).isEqualTo(12);
    assertThat(ann.percent()).hasValue(100);
  }

  @Example
  void complaint12_whoJoinedTheCourseLateMissedNothingBefore() {
    CourseFigures ann =
        matrix(
                List.of(
                    held(new Part("ben", true, AttendanceStatus.PRESENT, false, 60)),
                    held(
                        new Part("ann", true, AttendanceStatus.PRESENT, false, 60),
                        new Part("ben", true, AttendanceStatus.ABSENT, false, 0))))
            .rows()
            .get(0)
            .figures();
    assertThat(ann.counted()).isEqualTo(1);
    assertThat(ann.percent()).hasValue(100);
  }

  @Example
  void theFileHasAColumnForEachSessionAndShowsWhatDoesNotCountInParentheses() throws IOException {
    List<Held> course =
        List.of(
            held(
                new Part("ann", true, AttendanceStatus.PRESENT, true, 59),
                new Part("ben", false, AttendanceStatus.PARTIAL, false, 20)),
            new Held(
                Optional.of(false),
                List.of(new Part("ann", true, AttendanceStatus.EXCUSED, false, 0))),
            held(
                new Part("ann", true, AttendanceStatus.ABSENT, false, 0),
                new Part("ben", true, AttendanceStatus.UNRESOLVED, false, 45)),
            new Held(
                Optional.empty(),
                List.of(new Part("ann", true, AttendanceStatus.PRESENT, false, 0))));
    StringBuilder out = new StringBuilder();
    new MatrixCsv(CsvFormat.in(ZoneId.of("UTC"))).write(matrix(course), out);
    List<List<String>> rows = Csv.rows(out);
    assertThat(rows.get(0))
        .startsWith(
            "person_id",
            "name",
            "2026-07-01T08:00:00.000+00:00 Algebra",
            "2026-07-01T08:00:00.000+00:00 Algebra s1");
    assertThat(rows.get(1).subList(0, 6))
        .containsExactly("ann", "ann", "L 98.33", "(E 0.00)", "A 0.00", "");
    assertThat(rows.get(2).subList(0, 6))
        .containsExactly("ben", "ben", "(PA 33.33)", "", "U 75.00", "");
    Map<String, String> ann = Csv.table(out).get(0);
    assertThat(ann)
        .containsEntry("late", "1")
        .containsEntry("absent", "1")
        .containsEntry("excused", "0")
        .containsEntry("sessions_counted", "2")
        .containsEntry("sessions_to_come", "1")
        .containsEntry("percent", "50.00")
        .containsEntry("max_possible_percent", "66.66")
        .containsEntry("window_seconds", "7200");
  }

  private static Held held(Part... parts) {
    return new Held(Optional.of(true), List.of(parts));
  }

  private static CourseMatrix matrix(List<Held> course) {
    List<CourseSession> sessions = new ArrayList<>();
    for (int i = 0; i < course.size(); i++) {
      sessions.add(session("s" + i, course.get(i)));
    }
    return CourseMatrix.of(sessions);
  }

  private static CourseSession session(String id, Held held) {
    Interval hour = Lesson.HOUR;
    if (held.tookPlace().isEmpty()) {
      Map<PersonId, String> awaited = new HashMap<>();
      held.parts().stream()
          .filter(Part::expected)
          .forEach(part -> awaited.put(new PersonId(part.person()), part.person()));
      return new CourseSession(
          new SessionId(id), "Algebra", Optional.of(hour), Optional.empty(), awaited);
    }
    SessionSummary summary =
        new SessionSummary(
            new SessionId(id),
            "Algebra",
            true,
            SessionState.FINAL,
            List.of(),
            Optional.of(hour),
            hour.duration(),
            AttendancePolicy.standard().id(),
            held.tookPlace().get(),
            Crowd.NOBODY,
            Duration.ZERO);
    return CourseSession.settled(
        SessionRevision.first(
            hour.end(),
            new RevisionInputs(
                "",
                "",
                "",
                "",
                "",
                summary.roomSids().stream().map(sid -> new RoomIntake(sid, 0, 0)).toList()),
            summary,
            held.parts().stream().map(Part::record).toList()));
  }
}
