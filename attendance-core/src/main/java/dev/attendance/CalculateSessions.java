package dev.attendance;

import dev.attendance.record.AttendanceCalculator;
import dev.attendance.record.Corrections;
import dev.attendance.record.RevisionDiff;
import dev.attendance.record.RevisionInputs;
import dev.attendance.record.SessionAttendance;
import dev.attendance.record.SessionRevision;
import dev.attendance.record.SessionSummary;
import dev.attendance.session.Session;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionState;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.Rooms;
import dev.attendance.store.SessionRecords;
import dev.attendance.store.SessionToSettle;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The job that stamps sessions that have begun with their policies (R17) and settles those that
 * have ended: saves their records as a revision (R22), and as the next one when later facts changed
 * them (R23). Safe to run on any number of nodes: each revision is saved once.
 */
public final class CalculateSessions {

  private static final int AT_ONCE = 100;

  private final Rooms rooms;
  private final SessionRecords records;
  private final SessionCorrections corrections;
  private final Sessions sessions;
  private final AttendanceCalculator calculator;
  private final SessionPolicies policies;
  private final Listeners listeners;
  private final InstantSource clock;

  CalculateSessions(
      Rooms rooms,
      SessionRecords records,
      SessionCorrections corrections,
      Sessions sessions,
      AttendanceCalculator calculator,
      SessionPolicies policies,
      Listeners listeners,
      InstantSource clock) {
    this.rooms = rooms;
    this.records = records;
    this.corrections = corrections;
    this.sessions = sessions;
    this.calculator = calculator;
    this.policies = policies;
    this.listeners = listeners;
    this.clock = clock;
  }

  /**
   * Settles every session that changed, by its rooms, by corrections, by its plan or by an outage
   * that became known, and can be settled. One that cannot be worked out keeps nothing from the
   * others; it is tried again in the next run.
   *
   * @return how many revisions were saved
   * @throws RuntimeException the first failure, after all other sessions were settled
   */
  public int runOnce() {
    List<RuntimeException> failures = new ArrayList<>();
    int saved = settleRooms(failures);
    corrections.spread();
    saved += settleNoted(failures);
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    return saved;
  }

  private int settleRooms(List<RuntimeException> failures) {
    return settleEach(
        Pages.of(
            after -> rooms.roomsToSettle(after, AT_ONCE), (FoldedRoom room) -> room.facts().sid()),
        this::settle,
        failures);
  }

  private int settleNoted(List<RuntimeException> failures) {
    Instant now = clock.instant();
    return settleEach(
        Pages.of(
            after -> records.sessionsToSettle(now, after, AT_ONCE),
            (SessionToSettle noted) -> noted.session().value()),
        this::settle,
        failures);
  }

  private static <T> int settleEach(
      Stream<T> due, ToIntFunction<T> settle, List<RuntimeException> failures) {
    return due.mapToInt(
            each -> {
              try {
                return settle.applyAsInt(each);
              } catch (RuntimeException exception) {
                failures.add(exception);
                return 0;
              }
            })
        .sum();
  }

  /** Settles the sessions that claim a room instance; says how many revisions were saved. */
  private int settle(FoldedRoom room) {
    int saved = 0;
    boolean allSettled = true;
    for (SessionId session : sessions.claiming(room)) {
      Settling settling = settle(session);
      saved += settling == Settling.SAVED ? 1 : 0;
      allSettled &= settling != Settling.NOT_YET;
    }
    // The version was read before the facts: what came in between raises it once more.
    if (allSettled) {
      records.settle(room.facts().sid(), room.version());
    }
    return saved;
  }

  /**
   * Settles the sessions that a note is about; says how many revisions were saved. Each one saved
   * is noted and worked out once more: meanwhile another node may have seen more than went into it,
   * and found nothing to be changed before it was there.
   */
  private int settle(SessionToSettle noted) {
    int saved = 0;
    boolean nothingToSave = true;
    for (SessionId session : sessions.noted(noted.session())) {
      Settling settling = settle(session);
      saved += settling == Settling.SAVED ? 1 : 0;
      nothingToSave &= settling == Settling.UNCHANGED;
    }
    // The note was read before facts and plans: what came in between made another one.
    if (nothingToSave) {
      records.settleSession(noted);
    }
    return saved;
  }

  /**
   * Settles one session now, if it can be: for a host app with a table of plans of its own, where
   * the job, going by rooms that changed, would not notice that a plan was added or changed after
   * its rooms were settled, or that nobody entered a planned session, which has no room then.
   *
   * @param session the session
   * @return whether a revision was saved; false if the session is unknown, cannot be settled yet,
   *     or was settled so before
   * @throws dev.attendance.store.StoreUnavailableException if the store cannot do it now
   */
  public boolean runOnce(SessionId session) {
    return settle(session) == Settling.SAVED;
  }

  Finalisation finalise(SessionId session) {
    return switch (settle(session)) {
      case SAVED -> Finalisation.SETTLED;
      case UNCHANGED -> Finalisation.UNCHANGED;
      case NOT_YET ->
          sessions.session(session).isPresent() ? Finalisation.NOT_YET : Finalisation.UNKNOWN;
    };
  }

  private enum Settling {
    /** Whether nothing has changed since is not known before it has been worked out once more. */
    SAVED,
    UNCHANGED,
    NOT_YET
  }

  private Settling settle(SessionId id) {
    // Read before all else: what another node saves from here on makes the save below fail.
    Optional<SessionRevision> latest = records.latest(id);
    Instant now = clock.instant();
    Optional<Session> known = sessions.session(id);
    if (known.isEmpty()) {
      return Settling.NOT_YET;
    }
    Session session = known.get();
    if (session.isPurged()) {
      return Settling.UNCHANGED;
    }
    Corrections applied = corrections.of(id);
    SessionAttendance attendance = calculate(session, applied, now);
    if (applied.policy().isEmpty() && hasBegun(attendance)) {
      corrections.stamp(id, attendance.policy(), now);
      // Another node may have been first, with another policy.
      applied = corrections.of(id);
      session = sessions.session(id).orElse(session);
      attendance = calculate(session, applied, now);
    }
    return attendance.settleable() ? settle(session, attendance, latest, now) : Settling.NOT_YET;
  }

  private Settling settle(
      Session session,
      SessionAttendance attendance,
      Optional<SessionRevision> latest,
      Instant now) {
    SessionSummary summary = finalSummary(attendance.summary());
    if (latest.filter(last -> last.says(summary, attendance.records())).isPresent()) {
      return Settling.UNCHANGED;
    }
    RevisionInputs inputs =
        RevisionInputs.of(session, attendance.corrections(), attendance.records());
    SessionRevision next =
        latest
            .map(last -> last.next(now, inputs, summary, attendance.records()))
            .orElseGet(() -> SessionRevision.first(now, inputs, summary, attendance.records()));
    if (!records.save(next)) {
      return Settling.NOT_YET;
    }
    listeners.sessionSettled(
        next,
        latest
            .map(last -> RevisionDiff.between(last, next))
            .orElseGet(() -> RevisionDiff.first(next)));
    return Settling.SAVED;
  }

  private SessionAttendance calculate(Session session, Corrections made, Instant now) {
    return calculator.calculate(session, made, policies.of(session, made), now);
  }

  private static boolean hasBegun(SessionAttendance attendance) {
    return attendance.summary().state() != SessionState.SCHEDULED;
  }

  static SessionSummary finalSummary(SessionSummary summary) {
    return summary.in(SessionState.FINAL);
  }
}
