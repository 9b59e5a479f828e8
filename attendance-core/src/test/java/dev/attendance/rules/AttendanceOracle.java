package dev.attendance.rules;

import dev.attendance.cycle.Cycle;
import dev.attendance.event.ParticipantKind;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Breakouts;
import dev.attendance.record.Denominator;
import dev.attendance.record.Threshold;
import dev.attendance.session.PersonId;
import dev.attendance.session.Role;
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
  private final PresenceTable window;
  private final Set<PersonId> expected;
  private final PresenceTable tookPlace;

  AttendanceOracle(Session session, AttendancePolicy policy, List<Cycle> matched, boolean over) {
    this.session = session;
    this.policy = policy;
    this.over = over;
    this.counted = counted(matched);
    this.expected = findExpected();
    this.window = findWindow();
    this.tookPlace = PresenceTable.of(counted).orUnseen(blind()).within(window);
  }

  /** R10, and only what was in this session rather than in another of the same room. */
  private List<Cycle> counted(List<Cycle> matched) {
    return matched.stream()
        .filter(cycle -> policy.breakouts() == Breakouts.CONSOLIDATED || !isInBreakout(cycle))
        .filter(
            cycle ->
                cycle.profile().kind() == ParticipantKind.STANDARD
                    && !cycle.profile().hidden()
                    && !cycle.profile().recorder())
        .filter(this::belongs)
        .toList();
  }

  private boolean isInBreakout(Cycle cycle) {
    return session.rooms().stream()
        .filter(history -> history.room().sid().equals(cycle.id().roomSid()))
        .anyMatch(
            history ->
                session
                    .plan()
                    .filter(plan -> plan.breakoutRoomNames().contains(history.room().name()))
                    .isPresent());
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
    return PresenceTable.of(of(person)).orUnseen(blind());
  }

  /** R21: whoever it is may have been there then. */
  private BitSet blind() {
    BitSet cells = new BitSet();
    session.blindSpots().intervals().forEach(spot -> cells.or(PresenceTable.cells(spot)));
    return cells;
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
  private PresenceTable findWindow() {
    Optional<BitSet> scheduled = session.plan().map(plan -> PresenceTable.cells(plan.window()));
    if (scheduled.isPresent() && policy.denominator() == Denominator.SCHEDULED) {
      return new PresenceTable(scheduled.get(), scheduled.get(), scheduled.get());
    }
    return cut(made(Optional.empty()));
  }

  private PresenceTable cut(PresenceTable table) {
    return session
        .plan()
        .map(plan -> table.within(PresenceTable.cells(plan.window())))
        .orElse(table);
  }

  /** The window that all make, or all but one; those whom nobody ever heard of included. */
  private PresenceTable made(Optional<PersonId> but) {
    boolean unheardOf =
        policy.denominator() != Denominator.HOST_PRESENT
            || expected.stream()
                .anyMatch(person -> !Optional.of(person).equals(but) && isHost(person));
    PresenceTable table = PresenceTable.of(makers(but));
    return unheardOf ? table.orUnseen(blind()) : table;
  }

  /** Whose presence makes the window, one person left out. */
  private List<Cycle> makers(Optional<PersonId> but) {
    return counted.stream()
        .filter(cycle -> but.isEmpty() || !cycle.profile().identity().equals(but.get().value()))
        .filter(cycle -> policy.denominator() != Denominator.HOST_PRESENT || isHost(cycle))
        .toList();
  }

  private boolean isHost(Cycle cycle) {
    return isHost(new PersonId(cycle.profile().identity()));
  }

  private boolean isHost(PersonId person) {
    return expected.contains(person)
        && session.plan().orElseThrow().roster().stream()
            .filter(entry -> entry.role() == Role.HOST)
            .anyMatch(entry -> entry.person().equals(person));
  }

  PresenceTable window() {
    return window;
  }

  Set<PersonId> expected() {
    return expected;
  }

  boolean tookPlace() {
    return !tookPlace.best().isEmpty();
  }

  /** R18. */
  Set<PersonId> people() {
    Set<PersonId> people = new TreeSet<>();
    counted.forEach(cycle -> people.add(new PersonId(cycle.profile().identity())));
    if (!tookPlace.possible().isEmpty() || !over) {
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

  private PresenceTable bridgedAnywhere(PersonId person) {
    return presence(person).bridged(Math.toIntExact(policy.reconnectGrace().toMillis()));
  }

  Bounds bridged(PersonId person) {
    return bridgedAnywhere(person).within(window).duration();
  }

  /**
   * R16, R20: the person is there for as short as can be, and the window is as long as it can be
   * with that, and the other way round. A planned window stays as it is.
   */
  AttendanceStatus status(PersonId person) {
    if (!over) {
      return AttendanceStatus.PENDING;
    }
    PresenceTable bridged = bridgedAnywhere(person);
    BitSet longest = window.best();
    BitSet shortest = window.best();
    if (session.plan().isEmpty() || policy.denominator() != Denominator.SCHEDULED) {
      PresenceTable others = cut(made(Optional.of(person)));
      PresenceTable own =
          cut(
              policy.denominator() != Denominator.HOST_PRESENT || isHost(person)
                  ? presence(person)
                  : PresenceTable.of(List.of()));
      longest =
          PresenceTable.or(
              PresenceTable.or(own.certain(), others.certain()),
              PresenceTable.minus(others.possible(), bridged.certain()));
      shortest =
          PresenceTable.or(
              PresenceTable.or(own.possible(), others.certain()),
              PresenceTable.and(others.possible(), bridged.possible()));
    }
    Set<AttendanceStatus> possible = EnumSet.noneOf(AttendanceStatus.class);
    for (boolean took : new boolean[] {false, true}) {
      if (took ? !tookPlace.possible().isEmpty() : tookPlace.certain().isEmpty()) {
        possible.add(status(person, PresenceTable.and(bridged.certain(), longest), longest, took));
        possible.add(
            status(person, PresenceTable.and(bridged.possible(), shortest), shortest, took));
      }
    }
    return possible.size() == 1 ? possible.iterator().next() : AttendanceStatus.UNRESOLVED;
  }

  private AttendanceStatus status(
      PersonId person, BitSet inside, BitSet length, boolean sessionTookPlace) {
    if (isEnough(policy.present(), inside.cardinality(), length.cardinality())) {
      return AttendanceStatus.PRESENT;
    }
    boolean missed = expected.contains(person) && sessionTookPlace;
    return isEnough(policy.partial(), inside.cardinality(), length.cardinality()) || !missed
        ? AttendanceStatus.PARTIAL
        : AttendanceStatus.ABSENT;
  }

  static boolean isEnough(Threshold threshold, int millis, int window) {
    boolean percent =
        window > 0 && 100.0 * millis / window >= threshold.percent().orElse(Integer.MAX_VALUE);
    boolean time = millis >= threshold.duration().map(Duration::toMillis).orElse(Long.MAX_VALUE);
    return millis > 0 && (percent || time);
  }

  Duration lateBy(PersonId person) {
    return distance(
        PresenceTable.first(window.best()),
        PresenceTable.first(presence(person).within(window).best()));
  }

  Duration leftEarlyBy(PersonId person) {
    return distance(
        PresenceTable.end(presence(person).within(window).best()),
        PresenceTable.end(window.best()));
  }

  private static Duration distance(Optional<Instant> from, Optional<Instant> to) {
    return from.isPresent() && to.isPresent()
        ? Duration.between(from.get(), to.get())
        : Duration.ZERO;
  }
}
