package dev.attendance.testkit;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Company;
import dev.attendance.record.Crowd;
import dev.attendance.record.MediaTime;
import dev.attendance.record.PolicyId;
import dev.attendance.record.RevisionCause;
import dev.attendance.record.SessionRevision;
import dev.attendance.record.SessionSummary;
import dev.attendance.session.PersonId;
import dev.attendance.session.Role;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionState;
import dev.attendance.time.Bounds;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Revisions of which only the persons matter. */
final class Revisions {

  private Revisions() {}

  static SessionRevision of(String session, int revision, String... persons) {
    SessionSummary summary =
        new SessionSummary(
            new SessionId(session),
            "",
            true,
            SessionState.FINAL,
            List.of(),
            Optional.empty(),
            Duration.ZERO,
            new PolicyId("p", 1),
            true,
            Crowd.NOBODY,
            Duration.ZERO);
    return new SessionRevision(
        revision,
        Events.at(revision),
        Set.of(revision == 1 ? RevisionCause.FIRST : RevisionCause.LATE_EVENT),
        SessionRecordsContract.NOTHING,
        summary,
        Arrays.stream(persons).map(Revisions::record).toList());
  }

  private static AttendanceRecord record(String person) {
    return new AttendanceRecord(
        new PersonId(person),
        "",
        Optional.empty(),
        Role.PARTICIPANT,
        false,
        AttendanceStatus.PARTIAL,
        AttendanceStatus.PARTIAL,
        Optional.empty(),
        Bounds.ZERO,
        Duration.ZERO,
        Bounds.ZERO,
        Bounds.ZERO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Duration.ZERO,
        Duration.ZERO,
        false,
        false,
        Duration.ZERO,
        1,
        1,
        0,
        Company.NONE,
        MediaTime.NONE);
  }
}
