package dev.attendance.session;

/** What a person is in a session. Names are part of the stored and exported formats. */
public enum Role {
  /**
   * Holds it: a teacher, a speaker. Presence of a host may be what others are measured by (R13).
   */
  HOST,
  /** Takes part. */
  PARTICIPANT
}
