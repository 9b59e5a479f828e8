package dev.attendance;

import dev.attendance.record.AttendanceCalculator;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.record.SessionAttendance;
import dev.attendance.record.SessionRevision;
import dev.attendance.record.SessionSummary;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionState;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.Rooms;
import dev.attendance.store.SessionRecords;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The job that settles ended sessions: saves their records as a revision (R22), and as the next one
 * when later facts changed them (R23). Safe to run on any number of nodes: each revision is saved
 * once.
 */
public final class CalculateSessions {

  private static final int ROOMS_AT_ONCE = 100;

  private final Rooms rooms;
  private final SessionRecords records;
  private final Sessions sessions;
  private final AttendanceCalculator calculator;
  private final AttendancePolicy policy;
  private final Listeners listeners;
  private final InstantSource clock;

  CalculateSessions(
      Rooms rooms,
      SessionRecords records,
      Sessions sessions,
      AttendanceCalculator calculator,
      AttendancePolicy policy,
      Listeners listeners,
      InstantSource clock) {
    this.rooms = rooms;
    this.records = records;
    this.sessions = sessions;
    this.calculator = calculator;
    this.policy = policy;
    this.listeners = listeners;
    this.clock = clock;
  }

  /**
   * Settles every session that changed and can be settled. One that cannot be worked out keeps
   * nothing from the others; it is tried again in the next run.
   *
   * @return how many revisions were saved
   * @throws RuntimeException the first failure, after all other sessions were settled
   */
  public int runOnce() {
    int saved = 0;
    List<RuntimeException> failures = new ArrayList<>();
    String after = "";
    List<FoldedRoom> page = rooms.roomsToSettle(after, ROOMS_AT_ONCE);
    while (!page.isEmpty()) {
      for (FoldedRoom room : page) {
        after = room.facts().sid();
        try {
          saved += settle(room);
        } catch (RuntimeException exception) {
          failures.add(exception);
        }
      }
      page = rooms.roomsToSettle(after, ROOMS_AT_ONCE);
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    return saved;
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
   * Settles one session now, if it can be: for a plan that was added or changed after its rooms
   * were settled, which the job, going by rooms that changed, would not notice; and for a planned
   * session that nobody entered, which has no room.
   *
   * @param session the session
   * @return whether a revision was saved; false if the session is unknown, cannot be settled yet,
   *     or was settled so before
   * @throws dev.attendance.store.StoreUnavailableException if the store cannot do it now
   */
  public boolean runOnce(SessionId session) {
    return settle(session) == Settling.SAVED;
  }

  private enum Settling {
    SAVED,
    UNCHANGED,
    NOT_YET
  }

  private Settling settle(SessionId id) {
    Instant now = clock.instant();
    Optional<SessionAttendance> attendance =
        sessions.session(id).map(session -> calculator.calculate(session, policy, now));
    if (attendance.filter(SessionAttendance::settleable).isEmpty()) {
      return Settling.NOT_YET;
    }
    Optional<SessionRevision> latest = records.latest(id);
    SessionRevision next =
        new SessionRevision(
            latest.map(SessionRevision::revision).orElse(0) + 1,
            now,
            finalSummary(attendance.get().summary()),
            attendance.get().records());
    if (latest.filter(next::sameContent).isPresent()) {
      return Settling.UNCHANGED;
    }
    if (!records.save(next)) {
      return Settling.NOT_YET;
    }
    listeners.sessionSettled(next);
    return Settling.SAVED;
  }

  static SessionSummary finalSummary(SessionSummary summary) {
    return summary.in(SessionState.FINAL);
  }
}
