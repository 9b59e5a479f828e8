package dev.attendance.record;

/** Where a correction stands among the others of its log. Names are part of exported formats. */
public enum CorrectionStanding {
  /** It holds. */
  IN_FORCE,
  /**
   * Another one holds in its place: a later decision on the same status or a later merge of the
   * same person. Or it is a merge into somebody who had been merged into that person already.
   */
  OVERRULED,
  /** It was taken back. */
  WITHDRAWN
}
