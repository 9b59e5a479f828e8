package dev.attendance.rules;

import static dev.attendance.rules.Room.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.Boundary;
import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.CycleMatcher;
import dev.attendance.cycle.ParticipantFilter;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.record.AttendanceCalculator;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Corrections;
import dev.attendance.record.Denominator;
import dev.attendance.record.PersonCycle;
import dev.attendance.record.SessionAttendance;
import dev.attendance.session.PersonId;
import dev.attendance.session.PersonResolver;
import dev.attendance.session.Role;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.Session;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.session.SessionTiming;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * R20, of which the denominator is a part: a status that was told holds in every world that the
 * bounds allow. In a world, each connection began and ended at one instant within its boundaries.
 */
class ManyWorldsTest {

  private static final int WORLDS = 12;

  private static final AttendanceCalculator CALCULATOR =
      new AttendanceCalculator(
          new CycleMatcher(AtOnce.TIMING),
          ParticipantFilter.PEOPLE,
          PersonResolver.IDENTITY,
          SessionTiming.STANDARD);

  @Provide
  Arbitrary<List<AttendanceEvent>> traces() {
    return Traces.ofOneRoom().filter(events -> !events.isEmpty());
  }

  @Provide
  Arbitrary<AttendancePolicy> policies() {
    return AnyPolicy.ofSmallWorlds();
  }

  @Provide
  Arbitrary<Optional<SessionPlan>> plans() {
    return Arbitraries.integers()
        .between(0, 60)
        .flatMap(
            start ->
                Arbitraries.of(Role.values())
                    .map(
                        role ->
                            new SessionPlan(
                                new SessionId("lesson"),
                                "",
                                new Interval(at(start), at(start + 90)),
                                Set.of("math"),
                                List.of(
                                    entry("user-0", role),
                                    entry("user-1", Role.HOST),
                                    entry("user-9", Role.PARTICIPANT)))))
        .optional(0.8);
  }

  private static RosterEntry entry(String person, Role role) {
    return new RosterEntry(new PersonId(person), "", Optional.empty(), role, Optional.empty());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void r20_aStatusHoldsInEveryWorldThatTheBoundsAllow(
      @ForAll("traces") List<AttendanceEvent> events,
      @ForAll("plans") Optional<SessionPlan> plan,
      @ForAll("policies") AttendancePolicy policy,
      @ForAll Random random) {
    Session session =
        new Session(
            new SessionId("lesson"), plan, List.of(AtOnce.fold(events).history()), List.of());
    SessionAttendance attendance =
        CALCULATOR.calculate(session, Corrections.NONE, policy, AtOnce.LATER);
    for (int tried = 0; tried < WORLDS; tried++) {
      World world = World.of(attendance, plan, policy, random);
      for (AttendanceRecord record : attendance.records()) {
        world.check(record);
      }
    }
  }

  /** One way it may have been. */
  private record World(
      AttendancePolicy policy,
      Optional<SessionPlan> plan,
      Map<PersonId, BitSet> presence,
      BitSet window) {

    static World of(
        SessionAttendance attendance,
        Optional<SessionPlan> plan,
        AttendancePolicy policy,
        Random random) {
      Map<PersonId, List<Cycle>> concrete = new TreeMap<>();
      for (PersonCycle cycle : attendance.cycles()) {
        if (cycle.counts()) {
          concrete
              .computeIfAbsent(cycle.person(), person -> new ArrayList<>())
              .add(concrete(cycle.cycle(), random));
        }
      }
      Map<PersonId, BitSet> presence = new TreeMap<>();
      concrete.forEach((person, cycles) -> presence.put(person, PresenceTable.of(cycles).best()));
      return new World(policy, plan, presence, window(presence, plan, policy));
    }

    private static BitSet window(
        Map<PersonId, BitSet> presence, Optional<SessionPlan> plan, AttendancePolicy policy) {
      Optional<BitSet> planned = plan.map(known -> PresenceTable.cells(known.window()));
      if (planned.isPresent() && policy.denominator() == Denominator.SCHEDULED) {
        return planned.get();
      }
      BitSet window = new BitSet();
      presence.forEach(
          (person, cells) -> {
            if (policy.denominator() != Denominator.HOST_PRESENT || isHost(plan, person)) {
              window.or(cells);
            }
          });
      planned.ifPresent(window::and);
      return window;
    }

    private static boolean isHost(Optional<SessionPlan> plan, PersonId person) {
      return entry(plan, person).filter(entry -> entry.role() == Role.HOST).isPresent();
    }

    private static Optional<RosterEntry> entry(Optional<SessionPlan> plan, PersonId person) {
      return plan.stream()
          .flatMap(planned -> planned.roster().stream())
          .filter(entry -> entry.person().equals(person))
          .findFirst();
    }

    private static Cycle concrete(Cycle cycle, Random random) {
      Instant start = somewhere(cycle.start(), random);
      Instant end = somewhere(cycle.end(), random);
      Instant after = end.isBefore(start) ? cycle.end().latest() : end;
      return new Cycle(
          cycle.id(),
          cycle.profile(),
          new Boundary(start, start, start, cycle.start().evidence()),
          new Boundary(after, after, after, cycle.end().evidence()),
          cycle.reason());
    }

    /** Mostly at a bound: that is where it gets close. */
    private static Instant somewhere(Boundary boundary, Random random) {
      long earliest = boundary.earliest().toEpochMilli();
      long latest = boundary.latest().toEpochMilli();
      return switch (random.nextInt(5)) {
        case 0, 1 -> boundary.earliest();
        case 2, 3 -> boundary.latest();
        default -> Instant.ofEpochMilli(earliest + random.nextLong(latest - earliest + 1));
      };
    }

    void check(AttendanceRecord record) {
      BitSet cells = presence.getOrDefault(record.person(), new BitSet());
      int grace = Math.toIntExact(policy.reconnectGrace().toMillis());
      BitSet bridged = new PresenceTable(cells, cells, cells).bridged(grace).best();
      int counted = PresenceTable.and(bridged, window).cardinality();
      assertThat((long) PresenceTable.and(cells, window).cardinality())
          .isBetween(record.counted().atLeast().toMillis(), record.counted().atMost().toMillis());
      assertThat((long) counted)
          .isBetween(record.bridged().atLeast().toMillis(), record.bridged().atMost().toMillis());
      if (record.status() != AttendanceStatus.UNRESOLVED) {
        assertThat(record.status()).isEqualTo(status(record.person(), counted));
      }
    }

    private AttendanceStatus status(PersonId person, int counted) {
      boolean tookPlace = presence.values().stream().anyMatch(cells -> cells.intersects(window));
      if (AttendanceOracle.isEnough(policy.present(), counted, window.cardinality())) {
        return AttendanceStatus.PRESENT;
      }
      boolean partial = AttendanceOracle.isEnough(policy.partial(), counted, window.cardinality());
      return partial || !tookPlace || entry(plan, person).isEmpty()
          ? AttendanceStatus.PARTIAL
          : AttendanceStatus.ABSENT;
    }
  }

  private static Lesson lesson(AttendancePolicy policy, Room room, String... roster) {
    Lesson lesson = new Lesson(policy);
    lesson.plans.add("lesson", 0, 600, roster);
    lesson.told(room);
    lesson.time.set(5000);
    return lesson;
  }

  @Example
  void r20_whatOthersMayHaveAddedToTheWindowLeavesAShareOpen() {
    // Bob's leave is lost: the window of those who were there ends between 301 and 600 seconds.
    Room room =
        new Room()
            .joined("ann", 0)
            .left("ann", 300)
            .joined("bob", 0)
            .published("bob", 330)
            .finished(620);
    Lesson lesson = lesson(AttendancePolicy.webinar(), room, "ann", "bob");
    assertThat(lesson.record("lesson", "ann").bridged().atMost()).hasSeconds(301);
    assertThat(lesson.people("lesson")).containsExactly("ann UNRESOLVED", "bob PRESENT");
    assertThat(
            lesson
                .attendance
                .explain(new SessionId("lesson"), new PersonId("ann"))
                .orElseThrow()
                .unsettledWindow()
                .intervals())
        .hasSize(1)
        .allSatisfy(
            stretch -> {
              assertThat(stretch.start()).isBefore(at(331));
              assertThat(stretch.end()).isEqualTo(at(600));
            });
  }

  @Example
  void r20_whatOneselfMayHaveAddedToTheWindowDoesNot() {
    Room room = new Room().joined("bob", 0).published("bob", 330).finished(620);
    Lesson lesson = lesson(AttendancePolicy.webinar(), room, "bob");
    assertThat(lesson.record("lesson", "bob").bridged().isExact()).isFalse();
    assertThat(lesson.people("lesson")).containsExactly("bob PRESENT");
  }

  @Example
  void r18_r20_whetherItTookPlaceIsInDoubtSoNobodyIsAbsentForCertain() {
    Room room = new Room().joined("ann", 0).finished(620);
    Lesson lesson = lesson(AttendancePolicy.standard(), room, "ann", "bob");
    assertThat(lesson.people("lesson")).containsExactly("ann UNRESOLVED", "bob UNRESOLVED");
    assertThat(
            lesson
                .attendance
                .explain(new SessionId("lesson"), new PersonId("bob"))
                .orElseThrow()
                .unsettledWindow()
                .intervals())
        .containsExactly(new Interval(at(0), at(600)));
    lesson.told(new Room().published("ann", 100));
    assertThat(lesson.people("lesson")).containsExactly("ann UNRESOLVED", "bob ABSENT");
  }
}
