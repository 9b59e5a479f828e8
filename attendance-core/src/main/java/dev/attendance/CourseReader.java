package dev.attendance;

import dev.attendance.record.Corrections;
import dev.attendance.record.SessionRevision;
import dev.attendance.report.CourseMatrix;
import dev.attendance.report.CourseSession;
import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.SessionDirectory;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.store.AttendanceStore;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the matrix of a course: what was settled in one go, the plan of each session that was not.
 */
final class CourseReader {

  private final AttendanceStore store;
  private final SessionDirectory directory;

  CourseReader(AttendanceStore store, SessionDirectory directory) {
    this.store = store;
    this.directory = directory;
  }

  CourseMatrix course(List<SessionId> sessions) {
    Set<SessionId> ids = new LinkedHashSet<>(sessions);
    Map<SessionId, SessionRevision> settled =
        store.records().latest(ids).stream()
            .collect(Collectors.toMap(revision -> revision.summary().id(), Function.identity()));
    Corrections merges =
        settled.keySet().containsAll(ids)
            ? Corrections.NONE
            : Corrections.of(store.corrections().ofAllSessions());
    return CourseMatrix.of(
        ids.stream()
            .flatMap(
                id ->
                    Optional.ofNullable(settled.get(id))
                        .map(CourseSession::settled)
                        .or(() -> directory.plan(id).map(plan -> awaited(plan, merges)))
                        .stream())
            .toList());
  }

  private static CourseSession awaited(SessionPlan plan, Corrections merges) {
    Map<PersonId, String> names = new HashMap<>();
    for (RosterEntry entry : plan.roster()) {
      if (entry.expectedDuring(plan.window())) {
        names.put(merges.person(entry.person()), entry.name());
      }
    }
    return CourseSession.awaited(plan, names);
  }
}
