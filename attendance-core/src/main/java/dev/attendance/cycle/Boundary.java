package dev.attendance.cycle;

import java.time.Instant;

/**
 * The start or end of a cycle: when it was at the earliest, at best, at the latest, and how we know
 * (promise 3).
 *
 * @param earliest it was not before
 * @param best the value to show where one is wanted
 * @param latest it was not after
 * @param evidence how it is known
 */
public record Boundary(Instant earliest, Instant best, Instant latest, Evidence evidence) {

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if {@code earliest <= best <= latest} does not hold
   */
  public Boundary {
    if (best.isBefore(earliest) || latest.isBefore(best)) {
      throw new IllegalArgumentException(
          "boundary: earliest <= best <= latest must hold, was "
              + earliest
              + ", "
              + best
              + ", "
              + latest);
    }
  }

  /** {@return whether nothing is left open} */
  public boolean isExact() {
    return earliest.equals(latest);
  }

  /** An end is never before its start, whichever of its values is taken (R3). */
  Boundary notBefore(Boundary start) {
    if (!earliest.isBefore(start.earliest)
        && !best.isBefore(start.best)
        && !latest.isBefore(start.latest)) {
      return this;
    }
    return new Boundary(
        max(earliest, start.earliest), max(best, start.best), max(latest, start.latest), evidence);
  }

  static Instant max(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
