package dev.attendance.record;

/** Whether a cycle counts as presence and, if not, why. */
public enum Counting {
  /** It counts. */
  COUNTED,
  /** Not a person to be counted: an agent, a recorder, somebody hidden (R10). */
  FILTERED,
  /** In a breakout room, and the policy does not count these. */
  BREAKOUT
}
