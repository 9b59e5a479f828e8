package dev.attendance.report;

/** How far a report can be relied on (R22, R23). Names are part of the exported formats. */
public enum ReportStanding {
  /** It may still change: not settled yet, or known differently since it was. */
  PROVISIONAL,
  /** It says what was settled, in the first revision. */
  FINAL,
  /** It says what was settled last, which is not what was settled first. */
  REVISED
}
