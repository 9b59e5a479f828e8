package dev.attendance.record;

/** What presence in a session's breakout rooms amounts to. Names are part of the stored format. */
public enum Breakouts {
  /** It counts like presence in the session's own rooms, and makes the window as that does. */
  CONSOLIDATED,
  /** It is listed and does not count: neither for the person nor for the window. */
  RAW
}
