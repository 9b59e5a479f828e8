package example.attendance.benchmarks;

import dev.attendance.cycle.CycleMatcher;
import dev.attendance.cycle.EventFacts;
import dev.attendance.cycle.ParticipantFilter;
import dev.attendance.cycle.SourceTiming;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.record.AttendanceCalculator;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.Corrections;
import dev.attendance.record.SessionAttendance;
import dev.attendance.session.PersonResolver;
import dev.attendance.session.RoomHistory;
import dev.attendance.session.Session;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.session.SessionTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The core's fold: events to facts, facts to cycles, cycles to records. */
final class AttendanceFold {

  private static final AttendanceCalculator CALCULATOR =
      new AttendanceCalculator(
          new CycleMatcher(SourceTiming.LIVEKIT),
          ParticipantFilter.PEOPLE,
          PersonResolver.IDENTITY,
          SessionTiming.STANDARD);

  private static final SessionPlan PLAN =
      new SessionPlan(
          new SessionId("7B, first lesson"),
          "Mathematics",
          LessonEvents.WINDOW,
          Set.of("math-101"),
          List.of());

  private static final Instant AFTERWARDS = LessonEvents.WINDOW.end().plus(Duration.ofHours(1));

  private AttendanceFold() {}

  static SessionAttendance fold(List<AttendanceEvent> events) {
    EventFacts facts = EventFacts.of(events);
    RoomHistory history =
        new RoomHistory(facts.room(), facts.marks(), facts.cycles(), facts.tracks(), 0, 0, false);
    Session session = new Session(PLAN.id(), Optional.of(PLAN), List.of(history), List.of());
    return CALCULATOR.calculate(session, Corrections.NONE, AttendancePolicy.standard(), AFTERWARDS);
  }
}
