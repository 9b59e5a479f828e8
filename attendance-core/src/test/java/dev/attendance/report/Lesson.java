package dev.attendance.report;

import dev.attendance.cycle.Attempt;
import dev.attendance.cycle.Boundary;
import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.Evidence;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantProfile;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.Correction;
import dev.attendance.record.Corrections;
import dev.attendance.record.Counting;
import dev.attendance.record.Crowd;
import dev.attendance.record.PersonAttempt;
import dev.attendance.record.PersonCycle;
import dev.attendance.record.Presence;
import dev.attendance.record.SessionAttendance;
import dev.attendance.record.SessionSummary;
import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionState;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report for examples: an hour from eight o'clock UTC on, settled once. */
final class Lesson {

  static final Instant START = Instant.parse("2026-07-01T08:00:00Z");
  static final Interval HOUR = new Interval(START, START.plus(Duration.ofHours(1)));

  private final List<AttendanceRecord> records = new ArrayList<>();
  private final List<PersonCycle> cycles = new ArrayList<>();
  private final List<PersonAttempt> attempts = new ArrayList<>();
  private final Map<PersonId, RosterEntry> roster = new HashMap<>();
  private String title = "Algebra";
  private SessionState state = SessionState.FINAL;
  private int revision = 1;
  private Corrections corrections = Corrections.NONE;
  private IntervalSet blindSpots = IntervalSet.empty();
  private IntervalSet window = IntervalSet.empty();

  Lesson titled(String other) {
    title = other;
    return this;
  }

  Lesson in(SessionState other) {
    state = other;
    return this;
  }

  Lesson blind(int from, int until) {
    blindSpots =
        blindSpots.union(
            IntervalSet.of(new Interval(START.plusSeconds(from), START.plusSeconds(until))));
    return this;
  }

  /** A stretch of the window; without any it is the hour. */
  Lesson window(Interval stretch) {
    window = window.union(IntervalSet.of(stretch));
    return this;
  }

  Lesson revision(int number) {
    revision = number;
    return this;
  }

  Lesson with(Somebody somebody) {
    records.add(somebody.record());
    return this;
  }

  Lesson with(AttendanceRecord record) {
    records.add(record);
    return this;
  }

  Lesson enrolled(String person, String name, Interval... when) {
    roster.put(
        new PersonId(person),
        new RosterEntry(
            new PersonId(person),
            name,
            when.length == 0 ? Optional.empty() : Optional.of(when[0])));
    return this;
  }

  /** A stay that is known to the second, in seconds after the start. */
  Lesson stay(String person, String identity, String name, int from, int to) {
    return stay(person, identity, name, true, exactly(from, Evidence.JOIN_TIME), end(to));
  }

  Lesson stay(
      String person, String identity, String name, boolean counts, Boundary start, Boundary end) {
    Cycle cycle =
        new Cycle(
            new CycleId("RM_1", "PA_" + cycles.size()),
            new ParticipantProfile(
                identity,
                name,
                counts ? ParticipantKind.STANDARD : ParticipantKind.AGENT,
                false,
                false),
            start,
            end,
            Optional.of(DisconnectReason.CLIENT_INITIATED));
    cycles.add(
        new PersonCycle(
            new PersonId(person), counts ? Counting.COUNTED : Counting.FILTERED, cycle));
    return this;
  }

  Lesson attempt(String person, String identity, String name, int at) {
    attempts.add(
        new PersonAttempt(
            new PersonId(person),
            new Attempt(
                new CycleId("RM_1", "PA_a" + attempts.size()),
                new ParticipantProfile(identity, name, ParticipantKind.STANDARD, false, false),
                START.plusSeconds(at),
                Optional.empty())));
    return this;
  }

  Lesson corrected(Correction... made) {
    corrections = Corrections.of(List.of(made));
    return this;
  }

  static Boundary exactly(int second, Evidence evidence) {
    Instant at = START.plusSeconds(second);
    return new Boundary(at, at, at, evidence);
  }

  static Boundary end(int second) {
    Instant at = START.plusSeconds(second);
    return new Boundary(at, at, at.plusSeconds(1), Evidence.LEFT);
  }

  static Boundary between(int earliest, int best, int latest, Evidence evidence) {
    return new Boundary(
        START.plusSeconds(earliest), START.plusSeconds(best), START.plusSeconds(latest), evidence);
  }

  SessionReport report() {
    SessionSummary summary =
        new SessionSummary(
            new SessionId("algebra-7"),
            title,
            true,
            state,
            List.of("RM_1"),
            Optional.of(HOUR),
            HOUR.duration(),
            AttendancePolicy.standard().id(),
            true,
            Crowd.NOBODY,
            blindSpots.duration());
    return new SessionReport(
        new SessionAttendance(
            summary,
            true,
            records.stream().sorted(Comparator.comparing(AttendanceRecord::person)).toList(),
            cycles,
            attempts,
            corrections,
            roster,
            blindSpots,
            AttendancePolicy.standard(),
            Presence.exactly(window.isEmpty() ? IntervalSet.of(HOUR) : window),
            IntervalSet.empty()),
        revision,
        Optional.of(START.plusSeconds(7200)),
        START.plusSeconds(9000));
  }
}
