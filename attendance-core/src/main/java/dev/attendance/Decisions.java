package dev.attendance;

import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionEntry;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.record.Corrections;
import dev.attendance.record.PersonsMerged;
import dev.attendance.session.PersonId;
import dev.attendance.session.Session;
import dev.attendance.session.SessionId;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.CorrectionLog;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes what people decide, if it can be applied, and shows it (promise 6). */
final class Decisions {

  private final CorrectionLog log;
  private final SessionCorrections corrections;
  private final Sessions sessions;
  private final SessionReports reports;

  Decisions(
      CorrectionLog log,
      SessionCorrections corrections,
      Sessions sessions,
      SessionReports reports) {
    this.log = log;
    this.corrections = corrections;
    this.sessions = sessions;
    this.reports = reports;
  }

  AppendOutcome make(Correction correction) {
    CorrectionCheck check = new CorrectionCheck(corrections.of(correction.scope()));
    if (check.isKnown(correction)) {
      return AppendOutcome.DUPLICATE;
    }
    Optional<Session> session = correction.scope().map(this::correctable);
    if (correction instanceof CorrectionWithdrawn withdrawal) {
      check.check(withdrawal);
    } else if (correction instanceof PersonsMerged merge) {
      check.check(merge);
    } else {
      session
          .flatMap(reports::report)
          .ifPresent(report -> check.check(correction, session.get(), report.attendance()));
    }
    return log.append(correction);
  }

  private Session correctable(SessionId id) {
    Session session =
        sessions
            .session(id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "correction session: there is neither a plan nor a room instance of that"
                            + " id"));
    if (session.isPurged()) {
      throw new IllegalArgumentException(
          "correction session: its events were purged, it can no longer be settled anew");
    }
    return session;
  }

  /** Those that bear on a session; none if it is unknown. */
  List<CorrectionEntry> of(SessionId id) {
    return sessions.session(id).map(this::of).orElse(List.of());
  }

  private List<CorrectionEntry> of(Session session) {
    Corrections known = corrections.of(session.id());
    Set<PersonId> people =
        reports
            .report(session)
            .map(report -> new CorrectionCheck(known).people(session, report.attendance()))
            .orElse(Set.of());
    Set<CorrectionEntry> ofPeople = Set.copyOf(known.entries(people));
    return known.entries().stream()
        .filter(entry -> entry.correction().scope().isPresent() || ofPeople.contains(entry))
        .toList();
  }
}
