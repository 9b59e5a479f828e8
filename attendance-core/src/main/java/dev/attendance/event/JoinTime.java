package dev.attendance.event;

import java.time.Instant;

/**
 * When a participant's session began by the source's clock (R2): LiveKit's {@code joinedAtMs}, or
 * on older servers {@code joinedAt}.
 *
 * @param at the instant
 * @param toTheMillisecond whether it is exact; otherwise it was cut to whole seconds
 */
public record JoinTime(Instant at, boolean toTheMillisecond) {

  /**
   * Cuts the instant to the millisecond.
   *
   * @throws IllegalArgumentException if it is out of the range of {@link FieldRules}
   */
  public JoinTime {
    at = FieldRules.instant("join time", at);
  }
}
