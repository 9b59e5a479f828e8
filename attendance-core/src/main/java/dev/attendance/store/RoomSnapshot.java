package dev.attendance.store;

import java.util.Optional;

/**
 * A room instance as it was when nobody folded it, read without holding it.
 *
 * @param <F> what took its events
 * @param roomSid the room instance
 * @param folded what took the events of its log that are not pending; nothing if these and {@code
 *     kept} are not of one time, since it was folded meanwhile, or if the room instance is too long
 *     to be read beside others: who wants to know more holds it
 * @param kept what is kept of it; nothing before its first fold, or if {@code folded} is nothing
 */
public record RoomSnapshot<F>(String roomSid, Optional<F> folded, Optional<RoomProjection> kept) {

  /**
   * {@return one that could not be read}
   *
   * @param <F> what takes events
   * @param roomSid the room instance
   */
  public static <F> RoomSnapshot<F> unread(String roomSid) {
    return new RoomSnapshot<>(roomSid, Optional.empty(), Optional.empty());
  }
}
