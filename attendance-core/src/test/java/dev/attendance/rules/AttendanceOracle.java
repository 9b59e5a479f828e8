package dev.attendance.rules;

import dev.attendance.cycle.Cycle;
import dev.attendance.event.ParticipantKind;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Denominator;
import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.Session;
import dev.attendance.time.Bounds;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules R10 to R20 on tables, for the cycles of one session. A person is an identity. The
 * session is over if {@code over} says so.
 */
final class AttendanceOracle {

  private final Session session;
  private final AttendancePolicy policy;
  private final boolean over;
  private final List<Cycle> counted;
  private final BitSet window;
  private final Set<PersonId> expected;
  private final boolean tookPlace;

  AttendanceOracle(Session session, AttendancePolicy policy, List<Cycle> matched, boolean over) {
    this.session = session;
    this.policy = policy;
    this.over = over;
    this.counted = counted(matched);
    this.window = findWindow();
    this.expected = findExpected();
    this.tookPlace = PresenceTable.of(counted).best().intersects(window);
  }

  /** R10, and only what was in this session rather than in another of the same room. */
  private List<Cycle> counted(List<Cycle> matched) {
    return matched.stream()
        .filter(
            cycle ->
                cycle.profile().kind() == ParticipantKind.STANDARD
                    && !cycle.profile().hidden()
                    && !cycle.profile().recorder())
        .filter(this::belongs)
        .toList();
  }

  private boolean belongs(Cycle cycle) {
    if (session.plan().isEmpty() || shares(cycle, session.plan().get().window())) {
      return true;
    }
    return session.otherWindows().stream().noneMatch(window -> shares(cycle, window));
  }

  private static boolean shares(Cycle cycle, Interval window) {
    return PresenceTable.cells(cycle.possible()).intersects(PresenceTable.cells(window));
  }

  PresenceTable presence(PersonId person) {
    return PresenceTable.of(of(person));
  }

  /** Somebody who was there for no time at all has come and gone nevertheless. */
  Optional<Instant> firstJoin(PersonId person) {
    return of(person).stream().map(cycle -> cycle.start().best()).min(Instant::compareTo);
  }

  Optional<Instant> lastLeave(PersonId person) {
    return of(person).stream().map(cycle -> cycle.end().best()).max(Instant::compareTo);
  }

  private List<Cycle> of(PersonId person) {
    return counted.stream()
        .filter(cycle -> cycle.profile().identity().equals(person.value()))
        .toList();
  }

  /** R13. */
  private BitSet findWindow() {
    Optional<BitSet> scheduled = session.plan().map(plan -> PresenceTable.cells(plan.window()));
    if (scheduled.isPresent() && policy.denominator() == Denominator.SCHEDULED) {
      return scheduled.get();
    }
    BitSet anybody = PresenceTable.of(counted).best();
    return scheduled.map(plan -> PresenceTable.and(plan, anybody)).orElse(anybody);
  }

  BitSet window() {
    return window;
  }

  Set<PersonId> expected() {
    return expected;
  }

  boolean tookPlace() {
    return tookPlace;
  }

  /** R18. */
  Set<PersonId> people() {
    Set<PersonId> people = new TreeSet<>();
    counted.forEach(cycle -> people.add(new PersonId(cycle.profile().identity())));
    if (tookPlace || !over) {
      people.addAll(expected);
    }
    return people;
  }

  /** R18: enrolled at any time of the session. */
  private Set<PersonId> findExpected() {
    Set<PersonId> found = new TreeSet<>();
    session
        .plan()
        .ifPresent(
            plan -> {
              for (RosterEntry entry : plan.roster()) {
                BitSet enrolled =
                    entry
                        .enrolled()
                        .map(PresenceTable::cells)
                        .orElse(PresenceTable.cells(plan.window()));
                if (enrolled.intersects(PresenceTable.cells(plan.window()))) {
                  found.add(entry.person());
                }
              }
            });
    return found;
  }

  Bounds bridged(PersonId person) {
    int grace = Math.toIntExact(policy.reconnectGrace().toMillis());
    return presence(person).bridged(grace).within(window).duration();
  }

  /** R16, R20: every duration that the bounds allow is tried, in steps. */
  AttendanceStatus status(PersonId person) {
    if (!over) {
      return AttendanceStatus.PENDING;
    }
    Bounds bounds = bridged(person);
    Set<AttendanceStatus> possible = EnumSet.noneOf(AttendanceStatus.class);
    for (Duration tried = bounds.atLeast();
        tried.compareTo(bounds.atMost()) < 0;
        tried = tried.plusMillis(997)) {
      possible.add(status(person, tried));
    }
    possible.add(status(person, bounds.best()));
    possible.add(status(person, bounds.atMost()));
    return possible.size() == 1 ? possible.iterator().next() : AttendanceStatus.UNRESOLVED;
  }

  private AttendanceStatus status(PersonId person, Duration presence) {
    double percent = 100.0 * presence.toMillis() / window.cardinality();
    if (!window.isEmpty() && percent >= policy.presentPercent()) {
      return AttendanceStatus.PRESENT;
    }
    if (presence.isZero() || percent < policy.partialPercent()) {
      boolean missed = expected.contains(person) && tookPlace;
      return missed ? AttendanceStatus.ABSENT : AttendanceStatus.PARTIAL;
    }
    return AttendanceStatus.PARTIAL;
  }

  Duration lateBy(PersonId person) {
    return distance(
        PresenceTable.first(window), PresenceTable.first(presence(person).within(window).best()));
  }

  Duration leftEarlyBy(PersonId person) {
    return distance(
        PresenceTable.end(presence(person).within(window).best()), PresenceTable.end(window));
  }

  private static Duration distance(Optional<Instant> from, Optional<Instant> to) {
    return from.isPresent() && to.isPresent()
        ? Duration.between(from.get(), to.get())
        : Duration.ZERO;
  }
}
