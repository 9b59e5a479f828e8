package dev.attendance.record;

import dev.attendance.cycle.Attempt;
import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.CycleMatcher;
import dev.attendance.cycle.ParticipantFilter;
import dev.attendance.cycle.RoomCycles;
import dev.attendance.session.PersonId;
import dev.attendance.session.PersonResolver;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.Session;
import dev.attendance.session.SessionLife;
import dev.attendance.session.SessionState;
import dev.attendance.session.SessionTiming;
import dev.attendance.time.Bounds;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
   * @param policy what to measure it by
   * @param now the present: open cycles last until then
   */
  public SessionAttendance calculate(Session session, AttendancePolicy policy, Instant now) {
    List<Cycle> matched = new ArrayList<>();
    List<PersonAttempt> attempts = new ArrayList<>();
    for (var history : session.rooms()) {
      RoomCycles room =
          matcher.match(
              history.room(), history.marks(), history.cycles(), policy.openCycles(), now);
      matched.addAll(room.cycles());
      for (Attempt attempt : room.attempts()) {
        if (belongs(session, new Interval(attempt.at(), attempt.at().plusMillis(1)))) {
          attempts.add(new PersonAttempt(persons.person(attempt.profile()), attempt));
        }
      }
    }
    List<PersonCycle> cycles = new ArrayList<>(matched.size());
    Map<PersonId, List<Cycle>> counted = new TreeMap<>();
    for (Cycle cycle : matched) {
      if (belongs(session, cycle.possible())) {
        PersonId person = persons.person(cycle.profile());
        boolean counts = filter.counts(cycle.profile());
        cycles.add(new PersonCycle(person, counts, cycle));
        if (counts) {
          counted.computeIfAbsent(person, key -> new ArrayList<>(1)).add(cycle);
        }
      }
    }
    cycles.sort(
        Comparator.<PersonCycle, Instant>comparing(cycle -> cycle.cycle().start().best())
            .thenComparing(cycle -> cycle.cycle().id()));
    attempts.sort(
        Comparator.<PersonAttempt, Instant>comparing(attempt -> attempt.attempt().at())
            .thenComparing(attempt -> attempt.attempt().id()));

    Map<PersonId, Presence> presences = new TreeMap<>();
    counted.forEach((person, theirs) -> presences.put(person, Presence.of(theirs)));
    IntervalSet window = window(session, policy, presences);
    boolean tookPlace =
        presences.values().stream().anyMatch(presence -> !presence.within(window).best().isEmpty());
    List<Cycle> own = cycles.stream().map(PersonCycle::cycle).toList();
    SessionLife life = SessionLife.of(session, own, timing, now);
    SessionSummary summary =
        new SessionSummary(
            session.id(),
            session.title(),
            session.plan().isPresent(),
            life.state(),
            session.rooms().stream().map(history -> history.room().sid()).toList(),
            window.start().map(start -> new Interval(start, window.end().orElseThrow())),
            window.duration(),
            policy.id(),
            tookPlace);
    return new SessionAttendance(
        summary,
        life.settleable(),
        records(session, policy, summary, window, counted, presences, attempts),
        cycles,
        attempts);
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

  /** R13. */
  private static IntervalSet window(
      Session session, AttendancePolicy policy, Map<PersonId, Presence> presences) {
    Optional<IntervalSet> scheduled = session.plan().map(plan -> IntervalSet.of(plan.window()));
    if (scheduled.isPresent() && policy.denominator() == Denominator.SCHEDULED) {
      return scheduled.get();
    }
    List<Interval> there = new ArrayList<>();
    presences.values().forEach(presence -> there.addAll(presence.best().intervals()));
    IntervalSet actual = IntervalSet.unionOf(there);
    return scheduled.map(actual::intersection).orElse(actual);
  }

  /** A session that did not take place marks nobody absent (R18). */
  private static List<AttendanceRecord> records(
      Session session,
      AttendancePolicy policy,
      SessionSummary summary,
      IntervalSet window,
      Map<PersonId, List<Cycle>> counted,
      Map<PersonId, Presence> presences,
      List<PersonAttempt> attempts) {
    Map<PersonId, RosterEntry> expected = new TreeMap<>();
    session
        .plan()
        .ifPresent(
            plan ->
                plan.roster().stream()
                    .filter(entry -> entry.expectedDuring(plan.window()))
                    .forEach(entry -> expected.put(entry.person(), entry)));
    TreeSet<PersonId> everybody = new TreeSet<>(presences.keySet());
    if (summary.tookPlace() || summary.state() != SessionState.ENDED) {
      everybody.addAll(expected.keySet());
    }
    Map<PersonId, Long> tries =
        attempts.stream()
            .collect(Collectors.groupingBy(PersonAttempt::person, Collectors.counting()));
    List<AttendanceRecord> records = new ArrayList<>(everybody.size());
    for (PersonId person : everybody) {
      List<Cycle> cycles = counted.getOrDefault(person, List.of());
      Presence presence = presences.getOrDefault(person, Presence.of(List.of()));
      Presence inside = presence.within(window);
      Bounds bridged = presence.bridged(policy.reconnectGrace()).within(window).duration();
      Optional<RosterEntry> entry = Optional.ofNullable(expected.get(person));
      records.add(
          new AttendanceRecord(
              person,
              entry.map(RosterEntry::name).orElseGet(() -> displayName(cycles)),
              entry.isPresent(),
              status(summary, policy, bridged, window.duration(), entry.isPresent()),
              inside.duration(),
              window.duration(),
              bridged,
              presence.duration(),
              cycles.stream().map(cycle -> cycle.start().best()).min(Comparator.naturalOrder()),
              cycles.stream().map(cycle -> cycle.end().best()).max(Comparator.naturalOrder()),
              distance(window.start(), inside.best().start()),
              distance(inside.best().end(), window.end()),
              cycles.size(),
              tries.getOrDefault(person, 0L).intValue()));
    }
    return records;
  }

  /** The name of the cycle that began last; of two, the one that sorts last. */
  private static String displayName(List<Cycle> cycles) {
    return cycles.stream()
        .max(
            Comparator.<Cycle, Instant>comparing(cycle -> cycle.start().best())
                .thenComparing(Cycle::id))
        .map(cycle -> cycle.profile().name())
        .orElse("");
  }

  private static Duration distance(Optional<Instant> from, Optional<Instant> to) {
    return from.isPresent() && to.isPresent() && to.get().isAfter(from.get())
        ? Duration.between(from.get(), to.get())
        : Duration.ZERO;
  }

  /** R16, R18, R20. */
  private static AttendanceStatus status(
      SessionSummary summary,
      AttendancePolicy policy,
      Bounds presence,
      Duration window,
      boolean expected) {
    if (summary.state() == SessionState.SCHEDULED || summary.state() == SessionState.LIVE) {
      return AttendanceStatus.PENDING;
    }
    boolean absentCounts = expected && summary.tookPlace();
    AttendanceStatus least = status(policy, presence.atLeast(), window, absentCounts);
    AttendanceStatus most = status(policy, presence.atMost(), window, absentCounts);
    return least == most ? least : AttendanceStatus.UNRESOLVED;
  }

  private static AttendanceStatus status(
      AttendancePolicy policy, Duration presence, Duration window, boolean absentCounts) {
    long hundredfold = presence.toMillis() * 100;
    if (!window.isZero() && hundredfold >= policy.presentPercent() * window.toMillis()) {
      return AttendanceStatus.PRESENT;
    }
    boolean partial =
        !presence.isZero() && hundredfold >= policy.partialPercent() * window.toMillis();
    return partial || !absentCounts ? AttendanceStatus.PARTIAL : AttendanceStatus.ABSENT;
  }
}
