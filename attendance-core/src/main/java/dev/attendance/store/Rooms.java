package dev.attendance.store;

import dev.attendance.cycle.CycleFacts;
import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.TrackFacts;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads what has been folded. Thread-safe. Every method throws {@link StoreUnavailableException} if
 * the store cannot be read now.
 */
public interface Rooms {

  /**
   * {@return a room instance; nothing if none of its events has been folded}
   *
   * @param roomSid the room instance
   */
  Optional<FoldedRoom> room(String roomSid);

  /**
   * {@return the instances of a room whose time, from {@link RoomFacts#beganAt} to {@link
   * RoomFacts#lastActivityAt}, touches the window, by when they began and then by sid} Both ends
   * count as part of that time. An instance that has cycles without a reported end reaches into the
   * future: more is known of it than its last activity.
   *
   * @param roomName the reusable name, compared exactly
   * @param window from its start (inclusive) to its end (exclusive)
   */
  List<FoldedRoom> rooms(String roomName, Interval window);

  /**
   * {@return the instances with the latest activity, latest first, then by sid}
   *
   * @param limit at most so many, at least 1
   */
  List<FoldedRoom> latestRooms(int limit);

  /**
   * {@return the instances that have open cycles, in the store's order of sids} Pages that follow
   * each other, each after the last sid of the one before, bring every instance once.
   *
   * @param after only sids behind this one in that order; empty to begin with the first
   * @param limit at most so many, at least 1
   */
  List<FoldedRoom> roomsWithOpenCycles(String after, int limit);

  /**
   * {@return the instances that changed since they were last {@linkplain SessionRecords#settle
   * settled}, in the store's order of sids} Paged like {@link #roomsWithOpenCycles}.
   *
   * @param after only sids behind this one in that order; empty to begin with the first
   * @param limit at most so many, at least 1
   */
  List<FoldedRoom> roomsToSettle(String after, int limit);

  /**
   * {@return the instances without open cycles in which nothing has gone on for long, in the
   * store's order of sids; those that were purged are left out} Paged like {@link
   * #roomsWithOpenCycles}.
   *
   * @param since only those whose {@link RoomFacts#lastActivityAt} is before this instant
   * @param after only sids behind this one in that order; empty to begin with the first
   * @param limit at most so many, at least 1
   */
  List<FoldedRoom> inactiveRooms(Instant since, String after, int limit);

  /**
   * {@return all cycles of a room instance, in the order of their participant sids}
   *
   * @param roomSid the room instance
   */
  List<CycleFacts> cycles(String roomSid);

  /**
   * {@return all tracks of a room instance, in the order of their cycles and then of their sids}
   *
   * @param roomSid the room instance
   */
  List<TrackFacts> tracks(String roomSid);

  /**
   * {@return all marks of a room instance}
   *
   * @param roomSid the room instance
   */
  RoomMarks marks(String roomSid);

  /**
   * {@return the totals for monitoring}
   *
   * @param silentSince an open cycle counts as orphaned if its room's {@link
   *     RoomFacts#lastActivityAt} is before this instant
   */
  CycleTotals totals(Instant silentSince);
}
