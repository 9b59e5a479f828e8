package dev.attendance;

import dev.attendance.record.AttendanceCalculator;
import dev.attendance.record.Corrections;
import dev.attendance.record.SessionAttendance;
import dev.attendance.record.SessionRevision;
import dev.attendance.record.SessionSummary;
import dev.attendance.report.SessionReport;
import dev.attendance.session.Session;
import dev.attendance.session.SessionId;
import dev.attendance.store.SessionRecords;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Reports a session as of now: worked out anew, or, once its events were purged, as settled. */
final class SessionReports {

  private final Sessions sessions;
  private final SessionCorrections corrections;
  private final AttendanceCalculator calculator;
  private final SessionPolicies policies;
  private final SessionRecords records;
  private final InstantSource clock;

  SessionReports(
      Sessions sessions,
      SessionCorrections corrections,
      AttendanceCalculator calculator,
      SessionPolicies policies,
      SessionRecords records,
      InstantSource clock) {
    this.sessions = sessions;
    this.corrections = corrections;
    this.calculator = calculator;
    this.policies = policies;
    this.records = records;
    this.clock = clock;
  }

  Optional<SessionReport> report(SessionId id) {
    return sessions.session(id).flatMap(this::report);
  }

  /** Nothing if it was purged with its revisions. */
  Optional<SessionReport> report(Session session) {
    Instant now = clock.instant();
    Optional<SessionRevision> settled = records.latest(session.id());
    return session.isPurged()
        ? settled.map(revision -> asSettled(session, revision, now))
        : Optional.of(workedOut(session, settled, now));
  }

  private SessionReport workedOut(Session session, Optional<SessionRevision> settled, Instant now) {
    Corrections made = corrections.of(session.id());
    SessionAttendance attendance =
        calculator.calculate(session, made, policies.of(session, made), now);
    SessionSummary finalSummary = CalculateSessions.finalSummary(attendance.summary());
    boolean settledSo =
        settled.filter(revision -> revision.says(finalSummary, attendance.records())).isPresent();
    return new SessionReport(
        settledSo ? attendance.withSummary(finalSummary) : attendance,
        settled.map(SessionRevision::revision).orElse(0),
        settled.map(SessionRevision::settledAt),
        now);
  }

  private SessionReport asSettled(Session session, SessionRevision revision, Instant now) {
    Corrections made = corrections.of(session.id());
    return new SessionReport(
        SessionAttendance.asSettled(session, revision, made, policies.of(session, made)),
        revision.revision(),
        Optional.of(revision.settledAt()),
        now);
  }
}
