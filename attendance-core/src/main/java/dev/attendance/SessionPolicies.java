package dev.attendance;

import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.Corrections;
import dev.attendance.record.PolicyResolver;
import dev.attendance.session.Session;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.store.FoldedRoom;
import java.util.Optional;

/** Finds what a session is measured by: its stamp, or until it has one what the resolver says. */
final class SessionPolicies {

  private final PolicyResolver resolver;
  private final SessionCorrections corrections;

  SessionPolicies(PolicyResolver resolver, SessionCorrections corrections) {
    this.resolver = resolver;
    this.corrections = corrections;
  }

  AttendancePolicy of(Session session, Corrections made) {
    return made.policy()
        .orElseGet(() -> resolver.policy(session.id(), session.title(), session.plan()));
  }

  /** The same of a session of which only the plan is at hand. */
  AttendancePolicy of(SessionPlan plan) {
    return corrections
        .policy(plan.id())
        .orElseGet(() -> resolver.policy(plan.id(), plan.title(), Optional.of(plan)));
  }

  /** The same of a room instance that no plan claims. */
  AttendancePolicy of(SessionId id, FoldedRoom room) {
    return corrections
        .policy(id)
        .orElseGet(() -> resolver.policy(id, room.facts().name(), Optional.empty()));
  }
}
