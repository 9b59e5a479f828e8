package dev.attendance.record;

import dev.attendance.session.SessionId;
import java.util.Optional;

/** A correction that is about one session. */
public sealed interface SessionCorrection extends Correction
    permits PresenceAdded, PresenceRemoved, PresenceMoved, StatusSet, PolicyStamped {

  /** {@return the session} */
  SessionId session();

  /** {@return the session, always} */
  @Override
  default Optional<SessionId> scope() {
    return Optional.of(session());
  }
}
