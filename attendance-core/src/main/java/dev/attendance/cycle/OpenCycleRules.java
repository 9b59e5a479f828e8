package dev.attendance.cycle;

import java.time.Duration;

/**
 * What a policy makes of cycles whose end nobody reported (R7).
 *
 * @param bestEnd which value is the best one
 * @param longestOpen how long a cycle may be open before it is taken to have ended; positive
 */
public record OpenCycleRules(OpenEnd bestEnd, Duration longestOpen) {

  /** The upper bound is best; nobody stays longer than twelve hours. */
  public static final OpenCycleRules STANDARD =
      new OpenCycleRules(OpenEnd.LATEST, Duration.ofHours(12));

  /**
   * Checks the duration.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public OpenCycleRules {
    if (longestOpen.isZero() || longestOpen.isNegative()) {
      throw new IllegalArgumentException("longest open time: must be positive, was " + longestOpen);
    }
  }
}
