package example.attendance.benchmarks.rebuild;

import dev.attendance.Attendance;
import dev.attendance.jooq.JooqStore;
import dev.attendance.report.SessionReport;
import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.time.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How long a report of a planned lesson takes, roster and all, each time of another one.
 *
 * @param median in milliseconds
 * @param p99 in milliseconds
 */
record ReportTimes(double median, double p99) {

  private static final int PLANS = 200;
  private static final int WARMING_UP = 500;

  /** Asks for so many reports of lessons that were held, any of those in the log. */
  static ReportTimes of(JooqStore store, int lessons, int reports) {
    Random random = new Random(lessons);
    List<SessionId> sessions =
        random
            .ints(0, lessons)
            .distinct()
            .limit(Math.min(PLANS, lessons))
            .sorted()
            .boxed()
            .map(lesson -> plan(store, lesson))
            .toList();
    Attendance attendance = Attendance.builder(store).directory(store.plans()).build();
    for (int i = 0; i < Math.min(WARMING_UP, reports); i++) {
      report(attendance, sessions.get(i % sessions.size()));
    }
    long[] nanos = new long[reports];
    for (int i = 0; i < reports; i++) {
      SessionId session = sessions.get(random.nextInt(sessions.size()));
      long start = System.nanoTime();
      report(attendance, session);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return new ReportTimes(nanos[reports / 2] / 1e6, nanos[(int) (reports * 0.99)] / 1e6);
  }

  private static void report(Attendance attendance, SessionId session) {
    SessionReport report = attendance.report(session).orElseThrow();
    if (report.attendance().records().size() != LessonLog.PEOPLE) {
      throw new IllegalStateException("not the lesson: " + report.attendance().records().size());
    }
  }

  private static SessionId plan(JooqStore store, int lesson) {
    SessionPlan plan =
        new SessionPlan(
            new SessionId("plan-" + lesson),
            "Lesson " + lesson,
            new Interval(
                LessonLog.beginning(lesson), LessonLog.beginning(lesson).plusSeconds(2_700)),
            Set.of(LessonLog.roomName(lesson)),
            IntStream.range(0, LessonLog.PEOPLE)
                .mapToObj(
                    person ->
                        new RosterEntry(
                            new PersonId(LessonLog.student(lesson, person)),
                            "Student",
                            Optional.empty()))
                .toList());
    store.plans().put(plan);
    return plan.id();
  }
}
