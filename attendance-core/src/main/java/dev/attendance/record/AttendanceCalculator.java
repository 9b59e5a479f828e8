package dev.attendance.record;

import dev.attendance.cycle.CycleMatcher;
import dev.attendance.cycle.ParticipantFilter;
import dev.attendance.session.PersonResolver;
import dev.attendance.session.Session;
import dev.attendance.session.SessionLife;
import dev.attendance.session.SessionTiming;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Instant;
import java.util.Collection;

/**
 * Works out the attendance of a session from the facts about it: the one implementation behind the
 * live view, the status, the report and the settled record (promise 4). Pure and thread-safe.
 */
public final class AttendanceCalculator {

  private final CycleMatcher matcher;
  private final ParticipantFilter filter;
  private final PersonResolver persons;
  private final SessionTiming timing;

  /**
   * A calculator.
   *
   * @param matcher matches facts to cycles
   * @param filter which participants count (R10)
   * @param persons whom they stand for (R11)
   * @param timing when a session counts as over and settled (R22)
   */
  public AttendanceCalculator(
      CycleMatcher matcher,
      ParticipantFilter filter,
      PersonResolver persons,
      SessionTiming timing) {
    this.matcher = matcher;
    this.filter = filter;
    this.persons = persons;
    this.timing = timing;
  }

  /**
   * {@return the attendance of a session as of {@code now}}
   *
   * @param session the session with everything known of it
   * @param corrections those of the session and those about all sessions
   * @param policy what to measure it by
   * @param now the present: open cycles last until then
   */
  public SessionAttendance calculate(
      Session session, Corrections corrections, AttendancePolicy policy, Instant now) {
    SessionCycles cycles =
        SessionCycles.of(session, matcher, filter, persons, corrections, policy, now);
    ExpectedPersons expected = ExpectedPersons.of(session, corrections);
    Collection<PersonPresence> there = cycles.countedOrUnseen(expected.persons());
    Window window = Window.of(session, policy, expected, there);
    IntervalSet measured = window.extent().best();
    TookPlace tookPlace = TookPlace.of(there, window);
    SessionLife life = SessionLife.of(session, cycles.matched(), timing, now);
    TimeTogether together = TimeTogether.of(cycles.counted(), expected::isHost, window);
    SessionSummary summary =
        new SessionSummary(
            session.id(),
            session.title(),
            session.plan().isPresent(),
            life.state(),
            session.rooms().stream().map(history -> history.room().sid()).toList(),
            measured.start().map(start -> new Interval(start, measured.end().orElseThrow())),
            measured.duration(),
            policy.id(),
            tookPlace.best(),
            together.crowd(),
            session.blindSpots().duration());
    return new SessionAttendance(
        summary,
        life.settleable(),
        new RecordWriter(
                session,
                corrections,
                policy,
                summary,
                expected,
                window,
                tookPlace,
                cycles,
                together)
            .records(),
        cycles.cycles(),
        cycles.attempts(),
        corrections,
        expected.entries(),
        session.blindSpots(),
        policy,
        window.extent(),
        window.inDoubt().union(tookPlace.inDoubt(there, window)));
  }
}
