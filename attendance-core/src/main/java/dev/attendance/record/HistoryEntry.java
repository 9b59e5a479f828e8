package dev.attendance.record;

import dev.attendance.session.SessionId;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.Optional;

/**
 * A person's attendance of one session, as settled last: an entry of the person's history.
 *
 * @param session the session
 * @param title what reports call it
 * @param span from the window's first instant to its last; nothing if the window is empty
 * @param policy the policy it is measured by, with its version (R17)
 * @param tookPlace whether anybody who counts was there (R18)
 * @param revision the number of the revision, the session's latest
 * @param settledAt when that was settled
 * @param record the person's record
 */
public record HistoryEntry(
    SessionId session,
    String title,
    Optional<Interval> span,
    PolicyId policy,
    boolean tookPlace,
    int revision,
    Instant settledAt,
    AttendanceRecord record) {

  /**
   * {@return the entry of a person's record}
   *
   * @param revision the session's latest revision
   * @param record one of its records
   */
  public static HistoryEntry of(SessionRevision revision, AttendanceRecord record) {
    SessionSummary summary = revision.summary();
    return new HistoryEntry(
        summary.id(),
        summary.title(),
        summary.span(),
        summary.policy(),
        summary.tookPlace(),
        revision.revision(),
        revision.settledAt(),
        record);
  }

  /** {@return where it stands in the history: pages go on behind it} */
  public HistoryPosition position() {
    return new HistoryPosition(span.map(Interval::start).orElse(settledAt), session);
  }
}
