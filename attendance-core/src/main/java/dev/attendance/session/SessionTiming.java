package dev.attendance.session;

import java.time.Duration;

/**
 * When a session counts as over and as settled (R22).
 *
 * @param emptyAfter how long after the last sign of anybody an ad hoc session without open cycles
 *     is over, if no {@code room_finished} came
 * @param settle how long after its end what is late is awaited before the session is settled
 */
public record SessionTiming(Duration emptyAfter, Duration settle) {

  /** LiveKit's default empty timeout, five minutes; one minute to settle. */
  public static final SessionTiming STANDARD =
      new SessionTiming(Duration.ofMinutes(5), Duration.ofMinutes(1));

  /**
   * Checks the durations.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public SessionTiming {
    if (emptyAfter.isNegative()) {
      throw new IllegalArgumentException("emptyAfter: must not be negative, was " + emptyAfter);
    }
    if (settle.isNegative()) {
      throw new IllegalArgumentException("settle: must not be negative, was " + settle);
    }
  }
}
