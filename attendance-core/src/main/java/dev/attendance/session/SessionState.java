package dev.attendance.session;

/** The life of a session (R22). Names are part of the stored format. */
public enum SessionState {
  /** Planned, and nobody has come yet. */
  SCHEDULED,
  /** Going on. */
  LIVE,
  /** Over; what is late may still arrive. */
  ENDED,
  /** Settled: what arrives now makes a new revision (R23). */
  FINAL
}
