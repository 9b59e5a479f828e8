package dev.attendance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.Boundary;
import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.Evidence;
import dev.attendance.cycle.SourceTiming;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.RoomFinished;
import dev.attendance.record.Presence;
import dev.attendance.rules.Worlds.Known;
import dev.attendance.testkit.world.Faults;
import dev.attendance.testkit.world.TrueConnection;
import dev.attendance.testkit.world.World;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Promise 3 against simulated worlds: what truly was lies inside the bounds, whatever was lost.
 *
 * <p>The number of worlds is jqwik's default number of tries, 1 000; in the profile nightly 100
 * 000. Any other: {@code ./mvnw verify -pl attendance-core -Dtest='World*Test'
 * -Djqwik.tries.default=50000}.
 */
class WorldBoundsTest {

  @Provide
  Arbitrary<World> worlds() {
    return Worlds.any();
  }

  @Provide
  Arbitrary<Faults> faults() {
    return Worlds.faults();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void p3_startAndEndLieInsideTheirBoundsWhateverIsLost(
      @ForAll("worlds") World world, @ForAll("faults") Faults faults, @ForAll long seed) {
    List<AttendanceEvent> arrived = faults.deliver(world.delivered(), seed);
    Known known = Known.from(world, arrived);
    Map<CycleId, TrueConnection> truth =
        world.connections().stream().collect(Collectors.toMap(Worlds::id, Function.identity()));
    known
        .cycles()
        .forEach(
            (id, cycle) -> {
              assertThat(truth).as("nothing is invented").containsKey(id);
              Interval connected = truth.get(id).connected();
              assertInside(cycle.start(), connected.start());
              assertInside(cycle.end(), connected.end());
            });
    for (AttendanceEvent event : arrived) {
      for (String sid : Told.sids(event)) {
        CycleId id = new CycleId(event.header().room().sid(), sid);
        assertThat(known.cycles().containsKey(id))
            .as("what was heard of is a cycle, unless it is known as an attempt alone")
            .isEqualTo(!known.attempts().contains(id));
        assertThat(known.attempts().contains(id) && !(event instanceof ConnectionAborted))
            .isFalse();
      }
    }
  }

  private static void assertInside(Boundary boundary, Instant truth) {
    assertThat(truth).as("%s", boundary).isBetween(boundary.earliest(), boundary.latest());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void p3_certainPresenceIsTrueAndTruePresenceIsPossible(
      @ForAll("worlds") World world, @ForAll("faults") Faults faults, @ForAll long seed) {
    Known known = Known.from(world, faults.deliver(world.delivered(), seed));
    Map<String, List<TrueConnection>> byPerson =
        world.connections().stream()
            .filter(connection -> known.cycles().containsKey(Worlds.id(connection)))
            .collect(Collectors.groupingBy(TrueConnection::person));
    byPerson.forEach(
        (person, connections) -> {
          Presence presence =
              Presence.of(
                  connections.stream()
                      .map(connection -> known.cycles().get(Worlds.id(connection)))
                      .toList());
          IntervalSet truth =
              IntervalSet.unionOf(connections.stream().map(TrueConnection::connected).toList());
          assertThat(presence.certain().intersection(truth)).isEqualTo(presence.certain());
          assertThat(truth.intersection(presence.possible())).isEqualTo(truth);
          assertThat(truth.duration())
              .isBetween(presence.duration().atLeast(), presence.duration().atMost());
        });
  }

  /**
   * A fact more never widens a boundary. Two things aside, as R5 and R7 say: of two joined the
   * earlier counts, where they are all that tells the start; and a finished room is refuted by
   * later presence, if it was made anew under the same sid.
   */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void p3_aFactMoreNeverWidensABoundary(
      @ForAll("worlds") World world, @ForAll("faults") Faults faults, @ForAll long seed) {
    List<AttendanceEvent> some = faults.deliver(world.delivered(), seed);
    List<AttendanceEvent> more = new ArrayList<>(some);
    more.addAll(new Faults(50, 0, 0).deliver(world.told(), seed + 1));
    Known before = Known.from(world, some);
    Known after = Known.from(world, more);
    before
        .cycles()
        .forEach(
            (id, cycle) -> {
              Cycle narrower = after.cycles().get(id);
              Duration resolution = Worlds.timing(world).resolution();
              boolean joined = cycle.start().evidence() == Evidence.JOINED_EVENT;
              assertWithin(narrower.start(), cycle.start(), joined ? resolution : Duration.ZERO);
              if (!isBoundedByFinish(cycle, some, resolution)) {
                assertWithin(narrower.end(), cycle.end(), joined ? resolution : Duration.ZERO);
              }
            });
  }

  /** Of a reported end, too, if the room was finished before. */
  private static boolean isBoundedByFinish(
      Cycle cycle, List<AttendanceEvent> events, Duration resolution) {
    return cycle.end().evidence() == Evidence.ROOM_FINISHED
        || events.stream()
            .filter(event -> event instanceof RoomFinished)
            .map(AttendanceEvent::header)
            .filter(header -> header.room().sid().equals(cycle.id().roomSid()))
            .anyMatch(header -> header.occurredAt().plus(resolution).equals(cycle.end().latest()));
  }

  private static void assertWithin(Boundary inner, Boundary outer, Duration slack) {
    assertThat(inner.earliest())
        .as("%s in %s", inner, outer)
        .isAfterOrEqualTo(outer.earliest().minus(slack));
    assertThat(inner.latest())
        .as("%s in %s", inner, outer)
        .isBeforeOrEqualTo(outer.latest().plus(slack));
  }

  /** With all that was told at hand, only what the server itself does not know is left open. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void p3_whenAllIsDeliveredBoundsAreAsExactAsTheSource(@ForAll("worlds") World world) {
    SourceTiming timing = Worlds.timing(world);
    Known known = Known.from(world, world.told());
    known
        .cycles()
        .values()
        .forEach(
            cycle -> {
              Duration end = width(cycle.end());
              switch (cycle.end().evidence()) {
                case LEFT -> assertThat(end).isLessThanOrEqualTo(timing.resolution());
                case ENDED_BY_SERVER, CONNECTION_LOST, CONNECTION_ABORTED ->
                    assertThat(end)
                        .isLessThanOrEqualTo(timing.detectionDelay().plus(timing.resolution()));
                default -> {} // A node that was killed told no end.
              }
              switch (cycle.start().evidence()) {
                case JOIN_TIME -> assertThat(width(cycle.start())).isZero();
                case JOIN_TIME_IN_SECONDS ->
                    assertThat(width(cycle.start())).isEqualTo(timing.resolution());
                case JOINED_EVENT ->
                    assertThat(width(cycle.start()))
                        .isLessThanOrEqualTo(timing.connectLimit().plus(timing.resolution()));
                default -> {} // Up for a moment, told as aborted or not at all, and listed.
              }
            });
  }

  private static Duration width(Boundary boundary) {
    return Duration.between(boundary.earliest(), boundary.latest());
  }
}
