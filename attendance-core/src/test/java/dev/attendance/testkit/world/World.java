package dev.attendance.testkit.world;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.time.IntervalSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A simulated world: what was, what the server told of it, and what of that reached us. The same
 * scale and seed give the same world. Immutable.
 *
 * @param scale how large it is
 * @param connections what really was: every connection that was up, in the order they began
 * @param told everything that the server told or answered, as if all of it had been received
 * @param delivered what its own notifier delivered to us, some of it twice, and its answers, in the
 *     order of receipt
 * @param receiverAway when our receiver was away: nothing was received and nobody was asked then
 * @param end an instant after all of it; nobody is connected any more
 * @param phenomena how often each of them happened
 */
public record World(
    WorldScale scale,
    List<TrueConnection> connections,
    List<AttendanceEvent> told,
    List<AttendanceEvent> delivered,
    IntervalSet receiverAway,
    Instant end,
    Map<Phenomenon, Integer> phenomena) {

  /** When every world begins. */
  public static final Instant START = Instant.parse("2026-03-02T09:00:00.321Z");

  /** Copies the collections. */
  public World {
    connections = List.copyOf(connections);
    told = List.copyOf(told);
    delivered = List.copyOf(delivered);
    phenomena = Map.copyOf(phenomena);
  }

  /**
   * {@return a world}
   *
   * @param scale how large it is
   * @param seed any number; another one gives another world
   */
  public static World simulate(WorldScale scale, long seed) {
    return new Simulation(scale, seed).run();
  }

  /** Shows scale and sizes: a world's events are many. */
  @Override
  public String toString() {
    return "World["
        + scale
        + ", connections="
        + connections.size()
        + ", told="
        + told.size()
        + ", delivered="
        + delivered.size()
        + "]";
  }
}
