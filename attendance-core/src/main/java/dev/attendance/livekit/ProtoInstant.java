package dev.attendance.livekit;

import dev.attendance.event.FieldRules;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** LiveKit's points in time: integers since the epoch, of which zero means absent (R2). */
final class ProtoInstant {

  private ProtoInstant() {}

  /**
   * {@return the instant, or nothing if it is absent}
   *
   * @throws UndecodableException if it is out of the range of {@link FieldRules}
   */
  static Optional<Instant> ofMillis(String field, long millis) {
    if (millis == 0) {
      return Optional.empty();
    }
    if (millis < FieldRules.EARLIEST.toEpochMilli() || millis >= FieldRules.LATEST.toEpochMilli()) {
      throw new UndecodableException(
          field, "must lie between " + FieldRules.EARLIEST + " and " + FieldRules.LATEST);
    }
    return Optional.of(Instant.ofEpochMilli(millis));
  }

  /**
   * {@return the instant, or nothing if it is absent}
   *
   * @throws UndecodableException if it is out of the range of {@link FieldRules}
   */
  static Optional<Instant> ofSeconds(String field, long seconds) {
    // Saturates, so that what no instant can hold is out of range too.
    return ofMillis(field, TimeUnit.SECONDS.toMillis(seconds));
  }
}
