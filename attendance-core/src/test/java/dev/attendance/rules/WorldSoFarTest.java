package dev.attendance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.CycleId;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.record.Presence;
import dev.attendance.rules.Worlds.Known;
import dev.attendance.testkit.world.Faults;
import dev.attendance.testkit.world.TrueConnection;
import dev.attendance.testkit.world.World;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Promise 3 while a world is under way: asked in the midst of it, of what has reached us by then,
 * the truth so far lies inside the bounds.
 */
class WorldSoFarTest {

  @Provide
  Arbitrary<World> worlds() {
    return Worlds.any();
  }

  @Provide
  Arbitrary<Faults> faults() {
    return Worlds.faults();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void p3_whatTrulyWasUntilNowLiesInsideTheBounds(
      @ForAll("worlds") World world,
      @ForAll("faults") Faults faults,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 99) int percent) {
    Instant now =
        World.START.plus(
            Duration.between(World.START, world.end()).dividedBy(100).multipliedBy(percent));
    List<AttendanceEvent> soFar =
        faults.deliver(world.delivered(), seed).stream()
            .filter(event -> !event.header().receivedAt().isAfter(now))
            .toList();
    Known known = Known.asOf(now, world, soFar);
    Map<CycleId, TrueConnection> truth =
        world.connections().stream().collect(Collectors.toMap(Worlds::id, Function.identity()));
    known
        .cycles()
        .forEach(
            (id, cycle) -> {
              Interval connected = truth.get(id).connected();
              assertThat(connected.start())
                  .isBetween(cycle.start().earliest(), cycle.start().latest());
              assertThat(connected.end()).isAfterOrEqualTo(cycle.end().earliest());
              assertThat(cycle.end().latest()).isAfterOrEqualTo(earlier(connected.end(), now));

              Presence presence = Presence.of(List.of(cycle));
              IntervalSet whole = IntervalSet.of(connected);
              IntervalSet untilNow =
                  until(connected, now).map(IntervalSet::of).orElse(IntervalSet.empty());
              assertThat(presence.certain().intersection(whole)).isEqualTo(presence.certain());
              assertThat(untilNow.intersection(presence.possible())).isEqualTo(untilNow);
            });
  }

  private static Optional<Interval> until(Interval connected, Instant now) {
    return connected.start().isBefore(now)
        ? Optional.of(new Interval(connected.start(), earlier(connected.end(), now)))
        : Optional.empty();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
