package dev.attendance.event;

import java.time.Instant;

/**
 * What every event has.
 *
 * @param id what makes it one and the same
 * @param room the room instance it happened in
 * @param occurredAt when it happened by the source's clock. LiveKit's {@code createdAt}: cut to
 *     whole seconds, unchanged by retries. For {@link RosterObserved}: when we asked, by our clock
 * @param receivedAt when it reached us, by our clock; never used to date presence
 */
public record EventHeader(EventId id, RoomInstance room, Instant occurredAt, Instant receivedAt) {

  /**
   * Cuts both instants to the millisecond.
   *
   * @throws IllegalArgumentException if an instant is out of the range of {@link FieldRules}
   */
  public EventHeader {
    occurredAt = FieldRules.instant("occurredAt", occurredAt);
    receivedAt = FieldRules.instant("receivedAt", receivedAt);
  }
}
