package dev.attendance.record;

import dev.attendance.event.FieldRules;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.time.Interval;
import java.util.List;

/**
 * Says that a person was there, whatever the facts say: for certain, for a person vouches for it.
 *
 * @param header who decided, when and why
 * @param session the session
 * @param person who
 * @param interval when the person was there; not empty
 */
public record PresenceAdded(
    CorrectionHeader header, SessionId session, PersonId person, Interval interval)
    implements SessionCorrection {

  /**
   * Checks the interval by {@link FieldRules}.
   *
   * @throws IllegalArgumentException if it is empty or out of range
   */
  public PresenceAdded {
    interval = CorrectedTime.check(interval);
  }

  @Override
  public CorrectionKind kind() {
    return CorrectionKind.PRESENCE_ADDED;
  }

  @Override
  public List<PersonId> persons() {
    return List.of(person);
  }
}
