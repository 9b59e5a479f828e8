package dev.attendance.record;

import dev.attendance.event.FieldRules;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.time.Interval;
import java.util.List;

/**
 * Says that what counts as one person's presence was another's: somebody came in under a wrong
 * login. As much of it as was certain stays certain.
 *
 * @param header who decided, when and why
 * @param session the session
 * @param from who was not there
 * @param to who was there instead
 * @param interval the time in question; not empty
 */
public record PresenceMoved(
    CorrectionHeader header, SessionId session, PersonId from, PersonId to, Interval interval)
    implements SessionCorrection {

  /**
   * Checks the interval by {@link FieldRules}.
   *
   * @throws IllegalArgumentException if it is empty or out of range, or if both persons are one
   */
  public PresenceMoved {
    interval = CorrectedTime.check(interval);
    if (from.equals(to)) {
      throw new IllegalArgumentException("correction to: must not be the person it moves from");
    }
  }

  @Override
  public CorrectionKind kind() {
    return CorrectionKind.PRESENCE_MOVED;
  }

  @Override
  public List<PersonId> persons() {
    return List.of(from, to);
  }
}
