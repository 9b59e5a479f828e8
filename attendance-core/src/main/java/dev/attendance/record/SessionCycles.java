package dev.attendance.record;

import dev.attendance.cycle.Attempt;
import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.CycleMatcher;
import dev.attendance.cycle.ParticipantFilter;
import dev.attendance.cycle.RoomCycles;
import dev.attendance.session.PersonId;
import dev.attendance.session.PersonResolver;
import dev.attendance.session.RoomHistory;
import dev.attendance.session.Session;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cycles of a session, matched, and whose they are (R10, R11). */
final class SessionCycles {

  private static final Comparator<Cycle> BY_START =
      Comparator.<Cycle, Instant>comparing(cycle -> cycle.start().best()).thenComparing(Cycle::id);
  private static final Comparator<PersonAttempt> BY_TIME =
      Comparator.<PersonAttempt, Instant>comparing(attempt -> attempt.attempt().at())
          .thenComparing(attempt -> attempt.attempt().id());

  private final List<Cycle> matched;
  private final List<PersonCycle> cycles;
  private final List<PersonAttempt> attempts = new ArrayList<>();
  private final Map<PersonId, PersonPresence> counted = new HashMap<>();

  private final IntervalSet blindSpots;
  private final boolean isCorrected;

  private SessionCycles(
      List<Cycle> matched, List<PersonCycle> cycles, IntervalSet blindSpots, boolean isCorrected) {
    this.matched = matched;
    this.cycles = cycles;
    this.blindSpots = blindSpots;
    this.isCorrected = isCorrected;
  }

  static SessionCycles of(
      Session session,
      CycleMatcher matcher,
      ParticipantFilter filter,
      PersonResolver persons,
      Corrections corrections,
      AttendancePolicy policy,
      Instant now) {
    List<Cycle> all = new ArrayList<>();
    List<Attempt> tries = new ArrayList<>();
    for (RoomHistory history : session.rooms()) {
      RoomCycles room =
          matcher.match(
              history.room(), history.marks(), history.cycles(), policy.openCycles(), now);
      all.addAll(room.cycles());
      tries.addAll(room.attempts());
    }
    if (session.rooms().size() > 1) {
      all.sort(BY_START);
    }
    SessionCycles found =
        new SessionCycles(
            new ArrayList<>(all.size()),
            new ArrayList<>(all.size()),
            session.blindSpots(),
            !corrections.ofPresence().isEmpty());
    for (Cycle cycle : all) {
      if (belongs(session, cycle)) {
        PersonId person = corrections.person(persons.person(cycle.profile()));
        found.add(cycle, person, filter.counts(cycle.profile()));
      }
    }
    for (Attempt attempt : tries) {
      if (belongs(session, new Interval(attempt.at(), attempt.at().plusMillis(1)))) {
        PersonId person = corrections.person(persons.person(attempt.profile()));
        found.attempts.add(new PersonAttempt(person, attempt));
      }
    }
    found.attempts.sort(BY_TIME);
    found.counted.values().forEach(PersonPresence::unite);
    new PresenceCorrections(corrections, found.counted, found::unknown).apply();
    return found;
  }

  private void add(Cycle cycle, PersonId resolved, boolean counts) {
    PersonId person = resolved;
    if (counts) {
      PersonPresence theirs = counted.computeIfAbsent(person, this::unknown);
      theirs.add(cycle);
      person = theirs.person();
    }
    matched.add(cycle);
    cycles.add(new PersonCycle(person, counts, cycle));
  }

  private static boolean belongs(Session session, Cycle cycle) {
    return session.otherWindows().isEmpty() || belongs(session, cycle.possible());
  }

  /** Who was there only during another plan's window was not in this session. */
  private static boolean belongs(Session session, Interval time) {
    return session
        .plan()
        .map(
            plan ->
                time.overlaps(plan.window())
                    || session.otherWindows().stream().noneMatch(time::overlaps))
        .orElse(true);
  }

  /** All cycles, counted or not, by their best start. */
  List<Cycle> matched() {
    return matched;
  }

  /** The same with whom they stand for. */
  List<PersonCycle> cycles() {
    return cycles;
  }

  /** By time. */
  List<PersonAttempt> attempts() {
    return attempts;
  }

  /** When anybody who counts was there, by the best values, corrections included. */
  IntervalSet occupied() {
    if (isCorrected) {
      List<Interval> stays = new ArrayList<>();
      counted.values().forEach(theirs -> stays.addAll(theirs.presence().best().intervals()));
      return IntervalSet.unionOf(stays);
    }
    // The same by the cycles, which are sorted already.
    long[] starts = new long[cycles.size()];
    long[] ends = new long[cycles.size()];
    int count = 0;
    for (PersonCycle cycle : cycles) {
      if (cycle.counts()) {
        starts[count] = cycle.cycle().start().best().toEpochMilli();
        ends[count] = cycle.cycle().end().best().toEpochMilli();
        count++;
      }
    }
    return IntervalSet.unionOf(starts, ends, count);
  }

  /** The persons of whom something counts, or was corrected, in no order. */
  Collection<PersonPresence> counted() {
    return counted.values();
  }

  /** What counts of a person: possibly nothing. */
  PersonPresence of(PersonId person) {
    PersonPresence known = counted.get(person);
    return known == null ? unknown(person) : known;
  }

  private PersonPresence unknown(PersonId person) {
    return new PersonPresence(person, blindSpots);
  }

  boolean counts(PersonId person) {
    return counted.containsKey(person);
  }
}
