package dev.attendance.record;

/** The window that presence is measured against (R13). */
public enum Denominator {
  /** The planned window; for an ad hoc session the same as {@link #ACTUAL}. */
  SCHEDULED,
  /**
   * The time during which anybody who counts was there, inside the planned window if there is one.
   */
  ACTUAL
}
