package dev.attendance.store;

/** What became of an event that was appended. */
public enum AppendOutcome {
  /** It is in the log now. */
  APPENDED,
  /** Its id was in the log already, or came earlier in the same batch (R1). */
  DUPLICATE
}
