package dev.attendance.record;

import dev.attendance.cycle.Attempt;
import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.CycleMatcher;
import dev.attendance.cycle.ParticipantFilter;
import dev.attendance.cycle.RoomCycles;
import dev.attendance.record.Identities.Identity;
import dev.attendance.session.PersonId;
import dev.attendance.session.PersonResolver;
import dev.attendance.session.RoomHistory;
import dev.attendance.session.Session;
import dev.attendance.session.SessionPlan;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The cycles of a session, matched, and whose they are (R10, R11). */
final class SessionCycles {

  private static final Comparator<Cycle> BY_START =
      Comparator.<Cycle>comparingLong(cycle -> cycle.start().bestAt()).thenComparing(Cycle::id);
  private static final Comparator<PersonAttempt> BY_TIME =
      Comparator.<PersonAttempt, Instant>comparing(attempt -> attempt.attempt().at())
          .thenComparing(attempt -> attempt.attempt().id());

  private final List<Cycle> matched;
  private final List<PersonCycle> cycles;
  private final List<PersonAttempt> attempts = new ArrayList<>();
  private final Map<PersonId, PersonPresence> counted = new HashMap<>();

  private final IntervalSet blindSpots;

  private SessionCycles(List<Cycle> matched, IntervalSet blindSpots) {
    this.matched = matched;
    this.cycles = new ArrayList<>(matched.size());
    this.blindSpots = blindSpots;
  }

  static SessionCycles of(
      Session session,
      CycleMatcher matcher,
      ParticipantFilter filter,
      PersonResolver persons,
      Corrections corrections,
      AttendancePolicy policy,
      Instant now) {
    RoomCycles all = match(session, matcher, policy, now);
    Set<String> uncountedRooms = uncountedRooms(session, policy);
    List<Cycle> matched = belonging(session, all.cycles());
    SessionCycles found = new SessionCycles(matched, session.blindSpots());
    Identities whose = new Identities(persons, corrections);
    for (Cycle cycle : matched) {
      found.add(cycle, whose.of(cycle.profile()), counting(cycle, filter, uncountedRooms));
    }
    for (Attempt attempt : all.attempts()) {
      if (belongs(session, new Interval(attempt.at(), attempt.at().plusMillis(1)))) {
        found.attempts.add(new PersonAttempt(whose.of(attempt.profile()).person(), attempt));
      }
    }
    found.attempts.sort(BY_TIME);
    found.counted.values().forEach(PersonPresence::unite);
    new PresenceCorrections(corrections, found.counted, found::unknown).apply();
    return found;
  }

  /** Mostly there is one room, and all is sorted as it comes. */
  private static RoomCycles match(
      Session session, CycleMatcher matcher, AttendancePolicy policy, Instant now) {
    List<RoomCycles> rooms = new ArrayList<>(session.rooms().size());
    for (RoomHistory history : session.rooms()) {
      rooms.add(
          matcher.match(
              history.room(), history.marks(), history.cycles(), policy.openCycles(), now));
    }
    return rooms.size() == 1
        ? rooms.get(0)
        : new RoomCycles(
            rooms.stream().flatMap(room -> room.cycles().stream()).sorted(BY_START).toList(),
            rooms.stream().flatMap(room -> room.attempts().stream()).toList());
  }

  /** The sids of breakout rooms, if the policy does not count what happens there. */
  private static Set<String> uncountedRooms(Session session, AttendancePolicy policy) {
    Set<String> breakouts = session.plan().map(SessionPlan::breakoutRoomNames).orElse(Set.of());
    if (breakouts.isEmpty() || policy.breakouts() == Breakouts.CONSOLIDATED) {
      return Set.of();
    }
    return session.rooms().stream()
        .filter(history -> breakouts.contains(history.room().name()))
        .map(history -> history.room().sid())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Counting counting(
      Cycle cycle, ParticipantFilter filter, Set<String> uncountedRooms) {
    if (!filter.counts(cycle.profile())) {
      return Counting.FILTERED;
    }
    return uncountedRooms.contains(cycle.id().roomSid()) ? Counting.BREAKOUT : Counting.COUNTED;
  }

  private void add(Cycle cycle, Identity whose, Counting counting) {
    if (counting == Counting.COUNTED) {
      whose.counted(this).add(cycle);
    }
    cycles.add(new PersonCycle(whose.person(), counting, cycle));
  }

  /** Several identities may be one person. */
  PersonPresence beginCounting(PersonId person) {
    return counted.computeIfAbsent(person, this::unknown);
  }

  private static List<Cycle> belonging(Session session, List<Cycle> cycles) {
    return session.otherWindows().isEmpty()
        ? cycles
        : cycles.stream().filter(cycle -> belongs(session, cycle.possible())).toList();
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

  /** The persons of whom something counts, or was corrected, in no order. */
  Collection<PersonPresence> counted() {
    return counted.values();
  }

  /** The same and, if there are blind spots, those others who may have been there unseen (R21). */
  Collection<PersonPresence> countedOrUnseen(Set<PersonId> others) {
    if (blindSpots.isEmpty()) {
      return counted.values();
    }
    List<PersonPresence> all = new ArrayList<>(counted.values());
    others.stream().filter(person -> !counts(person)).forEach(person -> all.add(unknown(person)));
    return all;
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
