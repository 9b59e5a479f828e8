package dev.attendance.record;

import dev.attendance.event.FieldRules;
import java.time.Instant;
import java.util.List;

/**
 * What was settled about a session, once. A later fact makes the next revision; none is ever
 * changed (R23).
 *
 * @param revision from 1 up
 * @param settledAt when it was settled, by our clock
 * @param summary the session
 * @param records one for each person, in the order of their ids
 */
public record SessionRevision(
    int revision, Instant settledAt, SessionSummary summary, List<AttendanceRecord> records) {

  /**
   * Cuts the instant to the millisecond and copies the list.
   *
   * @throws IllegalArgumentException if the number is below 1 or the instant out of the range of
   *     {@link FieldRules}
   */
  public SessionRevision {
    if (revision < 1) {
      throw new IllegalArgumentException("revision: must be at least 1, was " + revision);
    }
    settledAt = FieldRules.instant("settledAt", settledAt);
    records = List.copyOf(records);
  }

  /**
   * {@return whether the other says the same about the session} Number and time are left out.
   *
   * @param other another revision
   */
  public boolean sameContent(SessionRevision other) {
    return summary.equals(other.summary) && records.equals(other.records);
  }
}
