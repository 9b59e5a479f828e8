package dev.attendance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.testkit.world.Phenomenon;
import dev.attendance.testkit.world.TrueConnection;
import dev.attendance.testkit.world.World;
import dev.attendance.testkit.world.WorldScale;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** That the simulated worlds are worlds. */
class WorldTest {

  private static final int WORLDS = 1000;

  /** So that nothing disappears from them without being missed. */
  @Example
  void everyPhenomenonHappensOftenEnough() {
    Map<Phenomenon, Integer> worldsWith = new EnumMap<>(Phenomenon.class);
    for (int seed = 0; seed < WORLDS; seed++) {
      World world = World.simulate(new WorldScale(4, 40, 1 + seed % 3), seed);
      world.phenomena().keySet().forEach(each -> worldsWith.merge(each, 1, Integer::sum));
    }
    for (Phenomenon each : Phenomenon.values()) {
      assertThat(worldsWith.getOrDefault(each, 0)).as("%s", each).isGreaterThanOrEqualTo(10);
    }
  }

  @Property
  void theSameSeedGivesTheSameWorld(@ForAll long seed) {
    assertThat(World.simulate(WorldScale.SMALL, seed))
        .isEqualTo(World.simulate(WorldScale.SMALL, seed));
  }

  /** A device is in a room instance once at a time, by whichever clock. */
  @Property
  void noDeviceIsTwiceInARoom(@ForAll long seed) {
    World world = World.simulate(WorldScale.SMALL, seed);
    for (TrueConnection one : world.connections()) {
      for (TrueConnection other : world.connections()) {
        if (!one.equals(other)
            && one.roomSid().equals(other.roomSid())
            && one.identity().equals(other.identity())) {
          assertThat(one.connected().overlaps(other.connected())).isFalse();
        }
      }
    }
  }
}
