package dev.attendance.time;

import java.time.Duration;

/**
 * A duration that is known only between bounds: {@code atLeast <= best <= atMost}, to the
 * millisecond.
 *
 * @param atLeast what is proven
 * @param best the value to show where one number is wanted
 * @param atMost what cannot be exceeded
 */
public record Bounds(Duration atLeast, Duration best, Duration atMost) {

  /** No time at all, for certain. */
  public static final Bounds ZERO = exactly(Duration.ZERO);

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if a value is negative or the order is violated
   */
  public Bounds {
    if (atLeast.isNegative() || atLeast.compareTo(best) > 0 || best.compareTo(atMost) > 0) {
      throw new IllegalArgumentException(
          "bounds: 0 <= atLeast <= best <= atMost must hold, was "
              + atLeast
              + ", "
              + best
              + ", "
              + atMost);
    }
  }

  /**
   * {@return bounds that leave no doubt}
   *
   * @param duration the known duration, not negative
   */
  public static Bounds exactly(Duration duration) {
    return new Bounds(duration, duration, duration);
  }

  /** {@return whether nothing is left open} */
  public boolean isExact() {
    return atLeast.equals(atMost);
  }
}
