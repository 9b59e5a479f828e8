package dev.attendance.store;

import dev.attendance.event.AttendanceEvent;
import java.util.Objects;
import java.util.Optional;

/**
 * An event as it came.
 *
 * @param event what is told
 * @param body the bytes that told it, secrets blanked out; nothing if there were none, or they are
 *     not to be kept
 */
public record Delivery(AttendanceEvent event, Optional<RawBody> body) {

  /** Refuses what is missing. */
  public Delivery {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(body, "body");
  }

  /**
   * {@return an event that came without a body}
   *
   * @param event what is told
   */
  public static Delivery of(AttendanceEvent event) {
    return new Delivery(event, Optional.empty());
  }

  /**
   * {@return the same with what a store keeps of the body}
   *
   * @param storage how it keeps bodies
   */
  public Delivery keptBy(RawBodyStorage storage) {
    return body.isEmpty() ? this : new Delivery(event, storage.kept(body));
  }
}
