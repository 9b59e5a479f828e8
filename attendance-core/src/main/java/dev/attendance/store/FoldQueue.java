package dev.attendance.store;

import dev.attendance.event.AttendanceEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

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

  /**
   * Reads several room instances together, without holding them and without the caller's
   * transaction.
   *
   * @param <F> what takes events
   * @param roomSids which, at least one: those that {@link EventLog#roomsAfter} brought together,
   *     in its order
   * @param limit of one that has more events, or participants listed by polls, none are read
   * @param folds makes what takes the events of one room instance, each once and in any order; more
   *     of them are made than come back if the database asks for a repetition
   * @return one for each, in the same order
   * @throws StoreUnavailableException if the store cannot be read now
   */
  <F extends Consumer<AttendanceEvent>> List<RoomSnapshot<F>> snapshots(
      List<String> roomSids, int limit, Supplier<F> folds);
}
