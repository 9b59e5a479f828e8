package dev.attendance.cycle;

import java.time.Instant;

/**
 * The start or end of a cycle: when it was at the earliest, at best, at the latest, and how we know
 * (promise 3). In milliseconds since the epoch, kept plain as in {@link CycleFacts}.
 *
 * @param earliestAt it was not before
 * @param bestAt the value to show where one is wanted
 * @param latestAt it was not after
 * @param evidence how it is known
 */
public record Boundary(long earliestAt, long bestAt, long latestAt, Evidence evidence) {

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if {@code earliestAt <= bestAt <= latestAt} does not hold
   */
  public Boundary {
    if (bestAt < earliestAt || latestAt < bestAt) {
      throw new IllegalArgumentException(
          "boundary: earliest <= best <= latest must hold, was "
              + Instant.ofEpochMilli(earliestAt)
              + ", "
              + Instant.ofEpochMilli(bestAt)
              + ", "
              + Instant.ofEpochMilli(latestAt));
    }
  }

  /**
   * The same of instants, cut to the millisecond.
   *
   * @param earliest it was not before
   * @param best the value to show where one is wanted
   * @param latest it was not after
   * @param evidence how it is known
   * @throws IllegalArgumentException if {@code earliest <= best <= latest} does not hold
   */
  public Boundary(Instant earliest, Instant best, Instant latest, Evidence evidence) {
    this(earliest.toEpochMilli(), best.toEpochMilli(), latest.toEpochMilli(), evidence);
  }

  /** {@return the instant that it was not before} */
  public Instant earliest() {
    return Instant.ofEpochMilli(earliestAt);
  }

  /** {@return the instant to show where one is wanted} */
  public Instant best() {
    return Instant.ofEpochMilli(bestAt);
  }

  /** {@return the instant that it was not after} */
  public Instant latest() {
    return Instant.ofEpochMilli(latestAt);
  }

  /** {@return whether nothing is left open} */
  public boolean isExact() {
    return earliestAt == latestAt;
  }

  /** An end is never before its start, whichever of its values is taken (R3). */
  Boundary notBefore(Boundary start) {
    if (earliestAt >= start.earliestAt && bestAt >= start.bestAt && latestAt >= start.latestAt) {
      return this;
    }
    return new Boundary(
        Math.max(earliestAt, start.earliestAt),
        Math.max(bestAt, start.bestAt),
        Math.max(latestAt, start.latestAt),
        evidence);
  }

  static Instant max(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
