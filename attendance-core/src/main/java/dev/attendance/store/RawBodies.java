package dev.attendance.store;

import dev.attendance.event.EventId;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The bodies in which events of the log came, as far as the store {@linkplain RawBodyStorage keeps}
 * them: put there by {@link EventLog#appendDelivered}, read whatever the setting is now.
 * Thread-safe. They go with their room instance ({@link RoomTransaction#purge}) and with whoever
 * they are about ({@link RoomTransaction#pseudonymise}).
 */
public interface RawBodies {

  /** {@return whether bodies are kept now; if not, nobody need hand them in} */
  boolean areKept();

  /**
   * {@return whether there is no body at all, of any room instance, whatever the setting is now}
   *
   * @throws StoreUnavailableException if the store cannot be read now
   */
  boolean isEmpty();

  /**
   * {@return the body in which an event came; nothing if the event is unknown, or came without one,
   * or it was not kept or is gone}
   *
   * @param roomSid the event's room instance
   * @param event its id
   * @throws StoreUnavailableException if the store cannot be read now
   */
  Optional<RawBody> body(String roomSid, EventId event);

  /**
   * Deletes bodies of a room instance, durably when the call returns; the events stay. In one
   * transaction of its own, never in the caller's, and without holding more than some of the bodies
   * in memory.
   *
   * @param roomSid the room instance
   * @param which those to be deleted; may be asked again about the same body
   * @return how many were
   * @throws StoreUnavailableException if the store cannot do it now
   */
  long remove(String roomSid, Predicate<RawBody> which);
}
