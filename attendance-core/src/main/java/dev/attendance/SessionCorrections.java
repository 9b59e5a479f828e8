package dev.attendance;

import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.Correction;
import dev.attendance.record.Corrections;
import dev.attendance.record.PolicyStamped;
import dev.attendance.session.SessionId;
import dev.attendance.store.CorrectionLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the corrections that bear on a session, and the sessions that corrections bear on. */
final class SessionCorrections {

  private static final int SPREAD_AT_ONCE = 100;

  private final CorrectionLog log;

  SessionCorrections(CorrectionLog log) {
    this.log = log;
  }

  /** Those of the session and those about all sessions. */
  Corrections of(SessionId session) {
    return Corrections.of(
        Stream.concat(log.of(session).stream(), log.ofAllSessions().stream()).toList());
  }

  /** Those of a session, if there is one, and those about all sessions. */
  Corrections of(Optional<SessionId> scope) {
    return scope.map(this::of).orElseGet(() -> Corrections.of(log.ofAllSessions()));
  }

  /** What a session is stamped with. */
  Optional<AttendancePolicy> policy(SessionId session) {
    return Corrections.of(log.of(session)).policy();
  }

  /** Stamps a session that has begun, unless it has such a stamp. */
  void stamp(SessionId session, AttendancePolicy policy, Instant at) {
    log.append(PolicyStamped.atBeginning(session, policy, at));
  }

  /** Has the sessions noted as to settle that merges and their withdrawals touch. */
  void spread() {
    List<Correction> found = log.toSpread(SPREAD_AT_ONCE);
    while (!found.isEmpty()) {
      // Read after the commits of those found: who was merged with whom by then is among them.
      Corrections all = Corrections.of(log.ofAllSessions());
      found.forEach(correction -> log.spread(correction, all.everMergedWith(correction)));
      found = log.toSpread(SPREAD_AT_ONCE);
    }
  }
}
