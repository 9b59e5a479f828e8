package dev.attendance.record;

import dev.attendance.event.FieldRules;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.time.Interval;
import java.util.List;

/**
 * Says that a person was not there, whatever the facts say. No reconnect grace bridges that time.
 *
 * @param header who decided, when and why
 * @param session the session
 * @param person who
 * @param interval when the person was not there; not empty
 */
public record PresenceRemoved(
    CorrectionHeader header, SessionId session, PersonId person, Interval interval)
    implements SessionCorrection {

  /**
   * Checks the interval by {@link FieldRules}.
   *
   * @throws IllegalArgumentException if it is empty or out of range
   */
  public PresenceRemoved {
    interval = CorrectedTime.check(interval);
  }

  @Override
  public CorrectionKind kind() {
    return CorrectionKind.PRESENCE_REMOVED;
  }

  @Override
  public List<PersonId> persons() {
    return List.of(person);
  }
}
