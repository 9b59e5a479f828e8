package dev.attendance.record;

import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.Session;
import dev.attendance.time.IntervalSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The attendance of a session as of one instant, with what it rests on.
 *
 * @param summary the session
 * @param settleable whether it could be settled as it stands (R22)
 * @param records one for each person who came or was expected, in the order of their ids
 * @param cycles the cycles of the session, counted or not, by their best start
 * @param attempts the connections that never came up, by time
 * @param corrections the corrections that were applied
 * @param expected who was expected, and by which entry of the roster (R18)
 * @param blindSpots the times of which something may never have reached us (R21)
 * @param policy what it was measured by (R17)
 * @param window the window that presence is measured against, as far as it is known (R13)
 * @param inDoubt when it is in doubt whether those were there who make the window, or anybody at
 *     all: what would settle a status together with the person's own boundaries (R20)
 */
public record SessionAttendance(
    SessionSummary summary,
    boolean settleable,
    List<AttendanceRecord> records,
    List<PersonCycle> cycles,
    List<PersonAttempt> attempts,
    Corrections corrections,
    Map<PersonId, RosterEntry> expected,
    IntervalSet blindSpots,
    AttendancePolicy policy,
    Presence window,
    IntervalSet inDoubt) {

  /** Copies the lists. */
  public SessionAttendance {
    records = List.copyOf(records);
    cycles = List.copyOf(cycles);
    attempts = List.copyOf(attempts);
    expected = Map.copyOf(expected);
  }

  /**
   * {@return what was settled about a session that cannot be worked out any more} There are no
   * cycles and no attempts in it.
   *
   * @param session the session, of which the events were purged
   * @param revision what was settled
   * @param corrections the corrections that there are
   * @param policy what it was measured by
   */
  public static SessionAttendance asSettled(
      Session session, SessionRevision revision, Corrections corrections, AttendancePolicy policy) {
    return new SessionAttendance(
        revision.summary(),
        false,
        revision.records(),
        List.of(),
        List.of(),
        corrections,
        ExpectedPersons.of(session, corrections).entries(),
        session.blindSpots(),
        policy,
        Presence.exactly(
            revision.summary().span().map(IntervalSet::of).orElse(IntervalSet.empty())),
        IntervalSet.empty());
  }

  /**
   * {@return the same with another summary}
   *
   * @param other the summary to put in
   */
  public SessionAttendance withSummary(SessionSummary other) {
    return new SessionAttendance(
        other,
        settleable,
        records,
        cycles,
        attempts,
        corrections,
        expected,
        blindSpots,
        policy,
        window,
        inDoubt);
  }

  /**
   * {@return how one person's record came about; nothing if there is none}
   *
   * @param named who; of somebody merged into another person it is that person's
   */
  public Optional<Explanation> explain(PersonId named) {
    PersonId person = corrections.person(named);
    return records.stream()
        .filter(record -> record.person().equals(person))
        .findFirst()
        .map(
            record ->
                new Explanation(
                    summary,
                    policy,
                    record,
                    cycles.stream().filter(cycle -> cycle.person().equals(person)).toList(),
                    attempts.stream().filter(attempt -> attempt.person().equals(person)).toList(),
                    corrections.entries(Set.of(person)),
                    blindSpots,
                    window,
                    inDoubt));
  }
}
