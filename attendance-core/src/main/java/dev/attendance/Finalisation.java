package dev.attendance;

/** What came of the wish to have a session final now. */
public enum Finalisation {
  /** A revision was saved: it is final. */
  SETTLED,
  /** It is final already, and nothing has changed since. */
  UNCHANGED,
  /**
   * It cannot be final yet (R22): it is not over, what is late is still awaited, or a cycle is
   * open.
   */
  NOT_YET,
  /** There is neither a plan nor a room instance of that id. */
  UNKNOWN
}
