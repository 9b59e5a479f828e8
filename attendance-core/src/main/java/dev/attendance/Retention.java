package dev.attendance;

import java.time.Duration;
import java.util.Optional;

/**
 * How long things are kept. Each limit counts from the last activity in a session's rooms or, if
 * that is later, the end of its plan's window.
 *
 * @param events how long events and what was folded of them are kept; positive
 * @param records how long revisions with their records and corrections are kept, at least as long
 *     as the events; for ever if there is no limit
 */
public record Retention(Duration events, Optional<Duration> records) {

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is not positive, or records would go before events
   */
  public Retention {
    if (events.isZero() || events.isNegative()) {
      throw new IllegalArgumentException("retention events: must be positive, was " + events);
    }
    if (records.filter(limit -> limit.compareTo(events) < 0).isPresent()) {
      throw new IllegalArgumentException(
          "retention records: must be at least as long as events ("
              + events
              + "), was "
              + records.get());
    }
  }
}
