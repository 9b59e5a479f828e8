package dev.attendance.store;

import dev.attendance.event.AttendanceEvent;
import java.util.List;

/**
 * The append-only log. Thread-safe. Nothing updates or deletes what it holds, retention and erasure
 * aside (promise 1).
 */
public interface EventLog {

  /**
   * Appends events and, in the same transaction, notes that their room instances are to be folded.
   * When the call returns, they are durable; if the caller has a transaction open that the store
   * takes part in, they are when that commits.
   *
   * <p>All or nothing: if it throws, none was appended.
   *
   * <p>Event ids are told apart within a room instance, for an event belongs to one only: that way
   * a log can be partitioned by room.
   *
   * @param events in any order, of any number of rooms; may be empty
   * @return one outcome for each event, in the order given
   * @throws StoreUnavailableException if the log cannot take them now; worth trying again
   */
  default List<AppendOutcome> append(List<? extends AttendanceEvent> events) {
    return appendDelivered(events.stream().map(Delivery::of).toList());
  }

  /**
   * The same for events with the bodies in which they came: what the store {@linkplain
   * RawBodyStorage keeps} of them is kept in the same transaction, for the events that are new; of
   * several deliveries of one event the first one's. See {@link RawBodies}.
   *
   * @param deliveries in any order, of any number of rooms; may be empty
   * @return one outcome for each delivery, in the order given
   * @throws StoreUnavailableException if the log cannot take them now; worth trying again
   */
  List<AppendOutcome> appendDelivered(List<Delivery> deliveries);

  /**
   * {@return all events of a room instance, in {@link AttendanceEvent#READING_ORDER}; empty if
   * there are none}
   *
   * @param roomSid the room instance
   * @throws StoreUnavailableException if the log cannot be read now
   */
  List<AttendanceEvent> events(String roomSid);

  /**
   * {@return the room instances that follow in the log, in the store's order of sids; empty if none
   * follows} Asked again with the last of each answer, it brings every room instance once.
   *
   * @param after only those behind this sid; empty to begin with the first
   * @param limit how many events, and participants listed by polls, they have together at most, at
   *     least 1; a room instance that alone has more comes by itself
   * @throws StoreUnavailableException if the log cannot be read now
   */
  List<String> roomsAfter(String after, int limit);

  /**
   * Makes sure that the log could be written now, by writing and taking it back. Changes nothing.
   *
   * @throws StoreUnavailableException if it could not
   */
  void checkWritable();
}
