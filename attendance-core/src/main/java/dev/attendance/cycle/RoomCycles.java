package dev.attendance.cycle;

import java.util.List;

/**
 * The cycles of a room instance, matched.
 *
 * @param cycles those that were up, by their best start, then by key
 * @param attempts those that never came up, by time, then by key
 */
public record RoomCycles(List<Cycle> cycles, List<Attempt> attempts) {

  /** Copies the lists. */
  public RoomCycles {
    cycles = List.copyOf(cycles);
    attempts = List.copyOf(attempts);
  }
}
