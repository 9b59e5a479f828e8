package dev.attendance.store;

import java.util.List;
import java.util.function.Consumer;

/** What was appended and still has to be folded. Thread-safe, across nodes too. */
public interface FoldQueue {

  /**
   * {@return sids of room instances with events to fold, by the earliest {@code receivedAt} of
   * these events, then in the store's order of sids}
   *
   * @param limit at most so many, at least 1
   * @throws StoreUnavailableException if the store cannot be read now
   */
  List<String> roomsToFold(int limit);

  /**
   * Runs {@code work} with a room instance held exclusively, on this node and all others, in one
   * transaction of its own, never in the caller's: it commits when {@code work} returns and is
   * rolled back when it throws. Waits while another fold holds the room.
   *
   * @param roomSid the room instance, known or not
   * @param work reads and saves through the transaction; may be run again if the database asks for
   *     a repetition, so it must have no other effect
   * @throws StoreUnavailableException if the store cannot do it now
   */
  void fold(String roomSid, Consumer<RoomTransaction> work);
}
