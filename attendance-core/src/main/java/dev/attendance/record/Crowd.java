package dev.attendance.record;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How many people were there together, by the best values, inside the window.
 *
 * @param peak the most at one instant
 * @param personTime what all of them were there, summed up, in milliseconds
 * @param hostPresent how long a host was there, in milliseconds
 */
public record Crowd(int peak, Duration personTime, Duration hostPresent) {

  /** Nobody came. */
  public static final Crowd NOBODY = new Crowd(0, Duration.ZERO, Duration.ZERO);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public Crowd {
    if (peak < 0) {
      throw new IllegalArgumentException("peak: must not be negative, was " + peak);
    }
    Durations.check("personTime", personTime);
    Durations.check("hostPresent", hostPresent);
  }

  /**
   * {@return how many were there on average; nothing if the window is empty}
   *
   * @param window the length of the window
   */
  public OptionalDouble mean(Duration window) {
    return window.isZero()
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) personTime.toMillis() / window.toMillis());
  }
}
