package dev.attendance.session;

import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A session with everything known of it: planned, or ad hoc for a room instance that no plan
 * claims.
 *
 * @param id its key
 * @param plan the plan; nothing if it is ad hoc
 * @param rooms the room instances it claims, by when they began, then by sid; exactly one if it is
 *     ad hoc
 * @param otherWindows the windows of other plans that claim the same instances: who was there only
 *     then was not in this session
 * @param blindSpots the times, within what it claims, of which something may never have reached us
 *     because our receiver was away (R21)
 */
public record Session(
    SessionId id,
    Optional<SessionPlan> plan,
    List<RoomHistory> rooms,
    List<Interval> otherWindows,
    IntervalSet blindSpots) {

  /**
   * Copies and sorts the lists.
   *
   * @throws IllegalArgumentException if there is neither a plan nor exactly one room instance
   */
  public Session {
    if (plan.isEmpty() && rooms.size() != 1) {
      throw new IllegalArgumentException("session: an ad hoc session is one room instance");
    }
    rooms =
        rooms.stream()
            .sorted(
                Comparator.<RoomHistory>comparingLong(history -> history.room().beganAt())
                    .thenComparing(history -> history.room().sid()))
            .toList();
    otherWindows = List.copyOf(otherWindows);
  }

  /**
   * A session of which nothing is known to have been missed.
   *
   * @param id its key
   * @param plan the plan; nothing if it is ad hoc
   * @param rooms the room instances it claims; exactly one if it is ad hoc
   * @param otherWindows the windows of other plans that claim the same instances
   * @throws IllegalArgumentException as above
   */
  public Session(
      SessionId id,
      Optional<SessionPlan> plan,
      List<RoomHistory> rooms,
      List<Interval> otherWindows) {
    this(id, plan, rooms, otherWindows, IntervalSet.empty());
  }

  /** {@return what reports call it: the plan's title, else the room's name} */
  public String title() {
    return plan.map(SessionPlan::title).orElseGet(() -> rooms.get(0).room().name());
  }

  /** {@return whether what it would have to be worked out from was deleted, or some of it} */
  public boolean isPurged() {
    return rooms.stream().anyMatch(RoomHistory::purged);
  }
}
