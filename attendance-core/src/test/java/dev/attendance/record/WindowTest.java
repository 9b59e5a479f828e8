package dev.attendance.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.Boundary;
import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.Evidence;
import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantProfile;
import dev.attendance.session.PersonId;
import dev.attendance.session.Role;
import dev.attendance.session.RoomHistory;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.Session;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * R20: the extremes of a person's share are neither too narrow nor too wide. All the ways are tried
 * in which each of up to three persons may have been there at each of ten milliseconds.
 */
class WindowTest {

  private static final int WORLD = 10;
  private static final int MOST_DOUBTS = 12;

  /** Of a cycle: earliest and latest start, earliest and latest end. */
  @Provide
  Arbitrary<List<int[]>> cycles() {
    return Arbitraries.integers()
        .between(1, WORLD)
        .list()
        .ofSize(4)
        .map(edges -> edges.stream().mapToInt(Integer::intValue).sorted().toArray())
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void r20_theExtremesOfAShareAreThoseOfAllWorlds(
      @ForAll("cycles") List<int[]> cycles,
      @ForAll @IntRange(max = 3) int grace,
      @ForAll Denominator denominator,
      @ForAll boolean planned) {
    List<PersonPresence> persons = persons(cycles);
    AttendancePolicy policy =
        AttendancePolicy.standard().toBuilder().denominator(denominator).build();
    Session session = session(planned || denominator != Denominator.ACTUAL);
    Window window =
        Window.of(session, policy, ExpectedPersons.of(session, Corrections.NONE), persons);
    Worlds worlds = new Worlds(persons, session, denominator, grace);
    if (worlds.doubts() > MOST_DOUBTS) {
      return;
    }
    for (int i = 0; i < persons.size(); i++) {
      PersonPresence own = persons.get(i);
      Presence bridged = own.presence().bridged(Duration.ofMillis(grace));
      Presence inside = bridged.within(window.extent());
      double least = share(inside.certain(), window.longestFor(own, bridged.certain()));
      double most = share(inside.possible(), window.shortestFor(bridged.possible()));
      double[] extremes = worlds.extremes(i);
      assertThat(new double[] {least, most}).containsExactly(extremes);
    }
  }

  private static double share(IntervalSet presence, Duration window) {
    return presence.isEmpty() ? 0 : 1.0 * presence.duration().toMillis() / window.toMillis();
  }

  private static Session session(boolean planned) {
    List<RosterEntry> roster = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      roster.add(
          new RosterEntry(
              new PersonId("p" + i), "", Optional.empty(), Role.HOST, Optional.empty()));
    }
    SessionPlan plan =
        new SessionPlan(
            new SessionId("s"), "", Interval.ofEpochMilli(2, 8), Set.of("math"), roster);
    return planned
        ? new Session(plan.id(), Optional.of(plan), List.of(), List.of())
        : new Session(
            plan.id(),
            Optional.empty(),
            List.of(
                new RoomHistory(
                    new RoomFacts("RM", "math", 1, 1, 1, 1),
                    RoomMarks.NONE,
                    List.of(),
                    List.of(),
                    0,
                    0,
                    false)),
            List.of());
  }

  /** The cycles in turn: the first, the second, the third person, the first again. */
  private static List<PersonPresence> persons(List<int[]> cycles) {
    List<PersonPresence> persons = new ArrayList<>();
    for (int i = 0; i < cycles.size(); i++) {
      if (i < 3) {
        persons.add(new PersonPresence(new PersonId("p" + i), IntervalSet.empty()));
      }
      persons.get(i % 3).add(cycle(i, cycles.get(i)));
    }
    persons.forEach(PersonPresence::unite);
    return persons;
  }

  private static Cycle cycle(int number, int[] edges) {
    return new Cycle(
        new CycleId("RM", "PA_" + number),
        new ParticipantProfile("p", "", ParticipantKind.STANDARD, false, false),
        boundary(edges[0], edges[1]),
        boundary(edges[2], edges[3]),
        Optional.empty());
  }

  private static Boundary boundary(int earliest, int latest) {
    Instant first = Instant.ofEpochMilli(earliest);
    return new Boundary(first, first, Instant.ofEpochMilli(latest), Evidence.STILL_OPEN);
  }

  /** Each person's presence as bits, in all combinations of what is in doubt. */
  private static final class Worlds {
    private final int[] certain;
    private final int[] possible;
    private final List<int[]> doubts = new ArrayList<>();
    private final Session session;
    private final Denominator denominator;
    private final int grace;

    Worlds(List<PersonPresence> persons, Session session, Denominator denominator, int grace) {
      this.session = session;
      this.denominator = denominator;
      this.grace = grace;
      certain = persons.stream().mapToInt(p -> bits(p.presence().certain())).toArray();
      possible = persons.stream().mapToInt(p -> bits(p.presence().possible())).toArray();
      for (int person = 0; person < certain.length; person++) {
        for (int ms = 0; ms < WORLD; ms++) {
          if ((possible[person] & ~certain[person] & 1 << ms) != 0) {
            doubts.add(new int[] {person, ms});
          }
        }
      }
    }

    private static int bits(IntervalSet set) {
      int bits = 0;
      for (int ms = 0; ms < WORLD; ms++) {
        Instant instant = Instant.ofEpochMilli(ms);
        bits |= set.intervals().stream().anyMatch(i -> i.contains(instant)) ? 1 << ms : 0;
      }
      return bits;
    }

    int doubts() {
      return doubts.size();
    }

    double[] extremes(int person) {
      double[] extremes = {2, -1};
      for (int world = 0; world < 1 << doubts.size(); world++) {
        int[] presence = Arrays.copyOf(certain, certain.length);
        for (int i = 0; i < doubts.size(); i++) {
          presence[doubts.get(i)[0]] |= (world >> i & 1) << doubts.get(i)[1];
        }
        double share = share(presence, person);
        extremes[0] = Math.min(extremes[0], share);
        extremes[1] = Math.max(extremes[1], share);
      }
      return extremes;
    }

    private double share(int[] presence, int person) {
      int schedule = session.plan().isPresent() ? 0b11111100 : -1;
      int window = 0;
      for (int i = 0; i < presence.length; i++) {
        window |= denominator == Denominator.HOST_PRESENT && i > 1 ? 0 : presence[i];
      }
      window = denominator == Denominator.SCHEDULED ? schedule : window & schedule;
      int bridged = presence[person];
      for (int from = 0; from < WORLD; from++) {
        for (int to = from + 1; to < WORLD && to - from - 1 <= grace; to++) {
          if ((presence[person] >> from & 1) == 1 && (presence[person] >> to & 1) == 1) {
            bridged |= (1 << to) - (1 << from);
          }
        }
      }
      int counted = Integer.bitCount(bridged & window);
      return counted == 0 ? 0 : 1.0 * counted / Integer.bitCount(window);
    }
  }
}
