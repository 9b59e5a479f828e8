package dev.attendance.cycle;

/** How a boundary is known. Names are part of the stored and exported formats. */
public enum Evidence {
  /** Start: the source's join time, exact (R2). */
  JOIN_TIME("the server's join time"),
  /** Start: the source's join time, cut to whole seconds (R2). */
  JOIN_TIME_IN_SECONDS("the server's join time, in whole seconds"),
  /** Start: the joined event's own time; the session began some time before it (R2). */
  JOINED_EVENT("the time of the joined event"),
  /** Start: no join time is known; this is when it was first seen. */
  FIRST_SEEN("first seen in the room"),
  /** End: the client said goodbye, and it was reported as it happened (R3). */
  LEFT("the server reported the leave"),
  /**
   * End: the server ended the connection, for a reason of its own or because the same identity
   * connected anew; the client may have been gone before, unnoticed (R3).
   */
  ENDED_BY_SERVER("the server ended the connection; the client may have been gone before"),
  /** End: reported, but the server only noticed that nothing came any more (R3). */
  CONNECTION_LOST("the server noticed a lost connection"),
  /** End: a connection that had been seen up was reported as aborted (R6). */
  CONNECTION_ABORTED("the server reported the connection as aborted"),
  /** End, not reported: the same identity connected anew (R7). */
  NEXT_CYCLE("no leave was reported; the same identity connected anew"),
  /** End, not reported: two polls in succession did not list it (R7, R8). */
  ABSENT_FROM_POLLS("no leave was reported; the server no longer listed it when asked"),
  /** End, not reported: the room finished (R7). */
  ROOM_FINISHED("no leave was reported; the room finished"),
  /** End, not reported: open for as long as the policy believes (R7). */
  LONGEST_OPEN("no leave was reported; the longest time that the policy believes"),
  /** No end yet: open as of now (R7). */
  STILL_OPEN("still connected");

  private final String description;

  Evidence(String description) {
    this.description = description;
  }

  /** {@return the same in words, for reports and explanations} */
  public String description() {
    return description;
  }
}
