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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Works out the attendance of a session from the facts about it: the one implementation behind the
 * live view, the status, the report and the settled record (promise 4). Pure and thread-safe.
 */
public final class AttendanceCalculator {

  private static final Presence NOBODY = Presence.of(List.of());

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
    if (session.rooms().size() > 1) {
      matched.sort(
          Comparator.<Cycle, Instant>comparing(cycle -> cycle.start().best())
              .thenComparing(Cycle::id));
      attempts.sort(
          Comparator.<PersonAttempt, Instant>comparing(attempt -> attempt.attempt().at())
              .thenComparing(attempt -> attempt.attempt().id()));
    }
    List<Cycle> own = new ArrayList<>(matched.size());
    List<PersonCycle> cycles = new ArrayList<>(matched.size());
    Map<PersonId, Counted> counted = new HashMap<>();
    for (Cycle cycle : matched) {
      if (belongs(session, cycle)) {
        PersonId person = persons.person(cycle.profile());
        boolean counts = filter.counts(cycle.profile());
        if (counts) {
          Counted theirs = counted.computeIfAbsent(person, Counted::new);
          theirs.cycles.add(cycle);
          person = theirs.person;
        }
        own.add(cycle);
        cycles.add(new PersonCycle(person, counts, cycle));
      }
    }
    counted.values().forEach(Counted::unite);
    IntervalSet window = window(session, policy, cycles);
    boolean tookPlace =
        counted.values().stream()
            .anyMatch(theirs -> !theirs.presence.within(window).best().isEmpty());
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
        records(session, policy, summary, window, counted, attempts),
        cycles,
        attempts);
  }

  /** What counts of one person. */
  private static final class Counted {
    final PersonId person;
    final List<Cycle> cycles = new ArrayList<>(4);
    Presence presence = NOBODY;

    Counted(PersonId person) {
      this.person = person;
    }

    void unite() {
      presence = Presence.of(cycles);
    }

    Optional<Instant> firstJoin() {
      @Nullable Instant first = null;
      for (Cycle cycle : cycles) {
        Instant start = cycle.start().best();
        first = first == null || start.isBefore(first) ? start : first;
      }
      return Optional.ofNullable(first);
    }

    Optional<Instant> lastLeave() {
      @Nullable Instant last = null;
      for (Cycle cycle : cycles) {
        Instant end = cycle.end().best();
        last = last == null || end.isAfter(last) ? end : last;
      }
      return Optional.ofNullable(last);
    }

    /** The name of the cycle that began last; the cycles are in the order of their starts. */
    String displayName() {
      return cycles.isEmpty() ? "" : cycles.get(cycles.size() - 1).profile().name();
    }
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

  /** R13. */
  private static IntervalSet window(
      Session session, AttendancePolicy policy, List<PersonCycle> cycles) {
    Optional<IntervalSet> scheduled = session.plan().map(plan -> IntervalSet.of(plan.window()));
    if (scheduled.isPresent() && policy.denominator() == Denominator.SCHEDULED) {
      return scheduled.get();
    }
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
    IntervalSet actual = IntervalSet.unionOf(starts, ends, count);
    return scheduled.map(actual::intersection).orElse(actual);
  }

  /** A session that did not take place marks nobody absent (R18). */
  private static List<AttendanceRecord> records(
      Session session,
      AttendancePolicy policy,
      SessionSummary summary,
      IntervalSet window,
      Map<PersonId, Counted> counted,
      List<PersonAttempt> attempts) {
    Map<PersonId, RosterEntry> expected = expected(session);
    List<PersonId> everybody = new ArrayList<>(counted.keySet());
    if (summary.tookPlace() || summary.state() != SessionState.ENDED) {
      expected.keySet().stream()
          .filter(person -> !counted.containsKey(person))
          .forEach(everybody::add);
    }
    everybody.sort(Comparator.naturalOrder());
    Map<PersonId, Long> tries =
        attempts.stream()
            .collect(Collectors.groupingBy(PersonAttempt::person, Collectors.counting()));
    List<AttendanceRecord> records = new ArrayList<>(everybody.size());
    Optional<Instant> windowStart = window.start();
    Optional<Instant> windowEnd = window.end();
    for (PersonId person : everybody) {
      Counted known = counted.get(person);
      Counted theirs = known == null ? new Counted(person) : known;
      Presence presence = theirs.presence;
      Presence inside = presence.within(window);
      Presence bridged = presence.bridged(policy.reconnectGrace()).within(window);
      // Mostly nothing is bridged and nothing cut off, and the three are one.
      Bounds unclippedDuration = presence.duration();
      Bounds insideDuration = inside.equals(presence) ? unclippedDuration : inside.duration();
      Bounds bridgedDuration = bridged.equals(inside) ? insideDuration : bridged.duration();
      Optional<RosterEntry> entry = Optional.ofNullable(expected.get(person));
      records.add(
          new AttendanceRecord(
              person,
              entry.map(RosterEntry::name).orElseGet(theirs::displayName),
              entry.isPresent(),
              status(summary, policy, bridgedDuration, summary.window(), entry.isPresent()),
              insideDuration,
              summary.window(),
              bridgedDuration,
              unclippedDuration,
              theirs.firstJoin(),
              theirs.lastLeave(),
              distance(windowStart, inside.best().start()),
              distance(inside.best().end(), windowEnd),
              theirs.cycles.size(),
              tries.getOrDefault(person, 0L).intValue()));
    }
    return records;
  }

  private static Map<PersonId, RosterEntry> expected(Session session) {
    Map<PersonId, RosterEntry> expected = new HashMap<>();
    session
        .plan()
        .ifPresent(
            plan ->
                plan.roster().stream()
                    .filter(entry -> entry.expectedDuring(plan.window()))
                    .forEach(entry -> expected.put(entry.person(), entry)));
    return expected;
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
