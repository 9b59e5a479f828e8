package dev.attendance.cycle;

/** Which value to take as the best one for an end that nobody reported (R7). */
public enum OpenEnd {
  /** The upper bound. */
  LATEST,
  /** The last evidence of it. */
  EARLIEST,
  /** Half-way between the two. */
  MIDDLE
}
