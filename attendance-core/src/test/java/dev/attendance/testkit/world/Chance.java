package dev.attendance.testkit.world;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The world's dice, and a count of what they made happen. */
final class Chance {

  private final Random random;
  private final Map<Phenomenon, Integer> happened = new EnumMap<>(Phenomenon.class);

  Chance(long seed) {
    random = new Random(seed);
  }

  boolean percent(int percent) {
    return random.nextInt(100) < percent;
  }

  /** From one number to another, both included. */
  long between(long least, long most) {
    return least + (long) (random.nextDouble() * (most - least + 1));
  }

  <T> T oneOf(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  void happened(Phenomenon phenomenon) {
    happened.merge(phenomenon, 1, Integer::sum);
  }

  Map<Phenomenon, Integer> count() {
    return Map.copyOf(happened);
  }
}
