package dev.attendance.cycle;

import java.time.Duration;

/**
 * How exactly, and how late, the meeting server tells what happened. The standard values are
 * LiveKit's.
 *
 * @param resolution what the source cuts event times to: the truth is up to so much later (R3)
 * @param detectionDelay how long after the last sign of life a lost connection is noticed (R3)
 * @param connectLimit how long a connection may take from its start to being up (R2)
 * @param pollSpacing how far apart two polls must be to confirm each other (R8)
 * @param clockTolerance how far the server's clocks and ours may be apart before evidence of one
 *     contradicts evidence of the other
 */
public record SourceTiming(
    Duration resolution,
    Duration detectionDelay,
    Duration connectLimit,
    Duration pollSpacing,
    Duration clockTolerance) {

  /**
   * LiveKit: whole seconds, 22 s to notice, 60 s to connect, polls 10 s apart, clocks within 5 s.
   */
  public static final SourceTiming LIVEKIT =
      new SourceTiming(
          Duration.ofSeconds(1),
          Duration.ofSeconds(22),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5));

  /**
   * Checks the durations.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public SourceTiming {
    check("resolution", resolution);
    check("detectionDelay", detectionDelay);
    check("connectLimit", connectLimit);
    check("pollSpacing", pollSpacing);
    check("clockTolerance", clockTolerance);
  }

  private static void check(String field, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(field + ": must not be negative, was " + duration);
    }
  }

  /**
   * {@return the same with another detection delay}
   *
   * @param delay not negative
   */
  public SourceTiming withDetectionDelay(Duration delay) {
    return new SourceTiming(resolution, delay, connectLimit, pollSpacing, clockTolerance);
  }
}
