package dev.attendance.cycle;

/**
 * Where a cycle stands, whatever the time: kept beside its facts so that open ones are found
 * without reading all. Names are part of the stored format.
 */
public enum CycleStanding {
  /** Never up: somebody tried to connect (R6). */
  ATTEMPT,
  /** No end is known but the clock. */
  OPEN,
  /** The source reported the end. */
  REPORTED,
  /** Other facts bound the end (R7). */
  INFERRED
}
