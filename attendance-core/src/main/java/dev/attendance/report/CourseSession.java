package dev.attendance.report;

import dev.attendance.record.SessionRevision;
import dev.attendance.record.SessionSummary;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.time.Interval;
import java.util.Map;
import java.util.Optional;

/**
 * A session of a course: settled, or planned and still to come.
 *
 * @param id the session
 * @param title what reports call it
 * @param span when it is; nothing if its window is empty
 * @param latest its latest revision; nothing if it was never settled
 * @param awaited who is expected in it, with the names; empty once it was settled
 */
public record CourseSession(
    SessionId id,
    String title,
    Optional<Interval> span,
    Optional<SessionRevision> latest,
    Map<PersonId, String> awaited) {

  /** Copies the map. */
  public CourseSession {
    awaited = Map.copyOf(awaited);
  }

  /**
   * {@return a session that was settled}
   *
   * @param latest its latest revision
   */
  public static CourseSession settled(SessionRevision latest) {
    SessionSummary summary = latest.summary();
    return new CourseSession(
        summary.id(), summary.title(), summary.span(), Optional.of(latest), Map.of());
  }

  /**
   * {@return a session that was never settled}
   *
   * @param plan its plan
   * @param awaited who is expected in it, with the names
   */
  public static CourseSession awaited(SessionPlan plan, Map<PersonId, String> awaited) {
    return new CourseSession(
        plan.id(), plan.title(), Optional.of(plan.window()), Optional.empty(), awaited);
  }

  /** {@return whether it can count for anybody: settled, and somebody was there (R18)} */
  public boolean counts() {
    return latest.filter(revision -> revision.summary().tookPlace()).isPresent();
  }
}
