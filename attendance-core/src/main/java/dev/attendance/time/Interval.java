package dev.attendance.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A stretch of time from {@code start} (inclusive) to {@code end} (exclusive), in milliseconds.
 *
 * <p>An interval whose start equals its end is empty: it has no duration and contains no instant.
 *
 * @param start the first instant inside, cut to the millisecond
 * @param end the first instant after, cut to the millisecond; not before {@code start}
 */
public record Interval(Instant start, Instant end) {

  /**
   * Cuts both instants to the millisecond.
   *
   * @throws IllegalArgumentException if {@code end} is before {@code start}
   */
  public Interval {
    start = start.truncatedTo(ChronoUnit.MILLIS);
    end = end.truncatedTo(ChronoUnit.MILLIS);
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("interval: end " + end + " is before start " + start);
    }
  }

  /**
   * {@return the interval between two instants given as milliseconds since the epoch}
   *
   * @param start inclusive
   * @param end exclusive, not before {@code start}
   */
  public static Interval ofEpochMilli(long start, long end) {
    return new Interval(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end));
  }

  /** {@return whether no instant lies inside} */
  public boolean isEmpty() {
    return start.equals(end);
  }

  /** {@return the length, to the millisecond} */
  public Duration duration() {
    return Duration.between(start, end);
  }

  /**
   * {@return whether {@code instant} lies inside} The start does, the end does not.
   *
   * @param instant the instant asked about
   */
  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  /**
   * {@return whether the two share at least one instant} Intervals that merely abut do not, nor
   * does an empty interval overlap anything.
   *
   * @param other the other interval
   */
  public boolean overlaps(Interval other) {
    Objects.requireNonNull(other, "other");
    return !isEmpty() && !other.isEmpty() && start.isBefore(other.end) && other.start.isBefore(end);
  }
}
