package example.attendance.benchmarks;

import dev.attendance.cycle.CycleFacts;
import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.CycleMatcher;
import dev.attendance.cycle.EventFacts;
import dev.attendance.cycle.ParticipantFilter;
import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.SourceTiming;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.record.AttendanceCalculator;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.SessionAttendance;
import dev.attendance.session.PersonResolver;
import dev.attendance.session.RoomHistory;
import dev.attendance.session.Session;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.session.SessionTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    EventFacts first = EventFacts.of(events.get(0));
    RoomFacts room = first.room();
    RoomMarks marks = first.marks();
    Map<CycleId, CycleFacts> cycles = new HashMap<>();
    for (AttendanceEvent event : events) {
      EventFacts facts = EventFacts.of(event);
      room = room.merge(facts.room());
      marks = marks.merge(facts.marks());
      facts.cycles().forEach(cycle -> cycles.merge(cycle.id(), cycle, CycleFacts::merge));
    }
    RoomHistory history = new RoomHistory(room, marks, List.copyOf(cycles.values()));
    Session session = new Session(PLAN.id(), Optional.of(PLAN), List.of(history), List.of());
    return CALCULATOR.calculate(session, AttendancePolicy.standard(), AFTERWARDS);
  }
}
