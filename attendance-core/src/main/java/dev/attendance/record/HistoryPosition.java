package dev.attendance.record;

import dev.attendance.event.FieldRules;
import dev.attendance.session.SessionId;
import java.time.Instant;

/**
 * A place in a person's history, which goes from the latest session to the earliest and, of the
 * same instant, from the highest id to the lowest.
 *
 * @param at when the session was: the start of its window; if that is empty, when it was settled
 * @param session the session
 */
public record HistoryPosition(Instant at, SessionId session) {

  /**
   * Cuts the instant to the millisecond.
   *
   * @throws IllegalArgumentException if it is out of the range of {@link FieldRules}
   */
  public HistoryPosition {
    at = FieldRules.instant("history position", at);
  }
}
