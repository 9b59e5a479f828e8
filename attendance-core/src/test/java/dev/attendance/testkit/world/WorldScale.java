package dev.attendance.testkit.world;

/**
 * How large a simulated world is.
 *
 * @param persons how many people there are, each with one or two devices; at least one
 * @param minutes for how long people come; at least one. It takes some more until all are gone
 * @param nodes how many nodes the server has, at least one. A single one keeps its rooms in memory,
 *     several share them through Redis
 */
public record WorldScale(int persons, int minutes, int nodes) {

  /** Three people, twenty minutes, one node. */
  public static final WorldScale SMALL = new WorldScale(3, 20, 1);

  /** Twenty-five people, an hour, one node. */
  public static final WorldScale CLASS = new WorldScale(25, 60, 1);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is less than one
   */
  public WorldScale {
    check("persons", persons);
    check("minutes", minutes);
    check("nodes", nodes);
  }

  private static void check(String field, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(field + ": must be at least 1, was " + number);
    }
  }

  /**
   * {@return the same with another number of nodes}
   *
   * @param count at least one
   */
  public WorldScale withNodes(int count) {
    return new WorldScale(persons, minutes, count);
  }

  /** {@return whether nodes share their rooms, so that a room may outlive its node} */
  public boolean isCluster() {
    return nodes > 1;
  }
}
