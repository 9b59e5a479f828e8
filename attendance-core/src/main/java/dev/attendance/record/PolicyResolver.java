package dev.attendance.record;

import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import java.util.Optional;

/**
 * Says by which policy a session is to be measured. It is asked until the session begins and is
 * stamped with the answer (R17); what it says afterwards no longer matters to that session.
 * Thread-safe.
 */
@FunctionalInterface
public interface PolicyResolver {

  /**
   * {@return the policy}
   *
   * @param session the session: of one without a plan, the sid of its room instance
   * @param title the plan's title, else the room's name
   * @param plan the plan; nothing if there is none
   */
  AttendancePolicy policy(SessionId session, String title, Optional<SessionPlan> plan);
}
