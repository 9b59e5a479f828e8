package dev.attendance.rules;

import dev.attendance.cycle.Attempt;
import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.cycle.RoomCycles;
import dev.attendance.cycle.SourceTiming;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.testkit.world.Faults;
import dev.attendance.testkit.world.TrueConnection;
import dev.attendance.testkit.world.World;
import dev.attendance.testkit.world.WorldScale;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Simulated worlds, and what the library makes of what reaches it from them. */
final class Worlds {

  private Worlds() {}

  /** On one node or several; small ones, for what goes wrong does so among few. */
  static Arbitrary<World> any() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 5),
            Arbitraries.integers().between(1, 45),
            Arbitraries.of(1, 1, 2, 3),
            Arbitraries.longs().withoutEdgeCases())
        .as(
            (persons, minutes, nodes, seed) ->
                World.simulate(new WorldScale(persons, minutes, nodes), seed));
  }

  /** From none to most lost. */
  static Arbitrary<Faults> faults() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 80),
            Arbitraries.integers().between(0, 30),
            Arbitraries.integers().between(0, 50))
        .as(Faults::new);
  }

  static SourceTiming timing(World world) {
    return world.scale().isCluster() ? SourceTiming.LIVEKIT_CLUSTER : SourceTiming.LIVEKIT;
  }

  /** What the library makes of events. */
  record Known(Map<CycleId, Cycle> cycles, Set<CycleId> attempts) {

    static Known from(World world, List<AttendanceEvent> events) {
      return asOf(world.end(), world, events);
    }

    static Known asOf(Instant now, World world, List<AttendanceEvent> events) {
      Map<CycleId, Cycle> cycles = new HashMap<>();
      Set<CycleId> attempts = new HashSet<>();
      events.stream()
          .collect(Collectors.groupingBy(event -> event.header().room().sid()))
          .values()
          .forEach(
              own -> {
                RoomCycles found =
                    AtOnce.fold(own).match(timing(world), OpenCycleRules.STANDARD, now);
                found.cycles().forEach(cycle -> cycles.put(cycle.id(), cycle));
                found.attempts().stream().map(Attempt::id).forEach(attempts::add);
              });
      return new Known(cycles, attempts);
    }
  }

  static CycleId id(TrueConnection connection) {
    return new CycleId(connection.roomSid(), connection.participantSid());
  }
}
