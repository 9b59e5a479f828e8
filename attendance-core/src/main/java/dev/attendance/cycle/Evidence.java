package dev.attendance.cycle;

/** How a boundary is known. Names are part of the stored and exported formats. */
public enum Evidence {
  /** Start: the source's join time, exact (R2). */
  JOIN_TIME,
  /** Start: the source's join time, cut to whole seconds (R2). */
  JOIN_TIME_IN_SECONDS,
  /** Start: the joined event's own time; the session began some time before it (R2). */
  JOINED_EVENT,
  /** Start: no join time is known; this is when it was first seen. */
  FIRST_SEEN,
  /** End: reported as it happened (R3). */
  LEFT,
  /** End: reported, but the server only noticed that nothing came any more (R3). */
  CONNECTION_LOST,
  /** End: a connection that had been seen up was reported as aborted (R6). */
  CONNECTION_ABORTED,
  /** End, not reported: the same identity connected anew (R7). */
  NEXT_CYCLE,
  /** End, not reported: two polls in succession did not list it (R7, R8). */
  ABSENT_FROM_POLLS,
  /** End, not reported: the room finished (R7). */
  ROOM_FINISHED,
  /** End, not reported: open for as long as the policy believes (R7). */
  LONGEST_OPEN,
  /** No end yet: open as of now (R7). */
  STILL_OPEN
}
