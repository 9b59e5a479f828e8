package dev.attendance.record;

/** The window that presence is measured against (R13). Names are part of the stored format. */
public enum Denominator {
  /** The planned window; for an ad hoc session the same as {@link #ACTUAL}. */
  SCHEDULED,
  /**
   * The time during which anybody who counts was there, inside the planned window if there is one.
   * Breakout rooms are part of it if the policy counts them.
   */
  ACTUAL,
  /**
   * The time during which at least one host by the roster was there, inside the planned window if
   * there is one. If no host came, or nobody on the roster is one, the window is empty: the session
   * did not take place, nobody is absent, there is no percent, and who came is {@link
   * AttendanceStatus#PARTIAL}. An ad hoc session has no roster, and so no host.
   */
  HOST_PRESENT
}
