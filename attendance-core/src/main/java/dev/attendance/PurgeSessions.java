package dev.attendance;

import dev.attendance.cycle.RoomFacts;
import dev.attendance.record.SessionRevision;
import dev.attendance.report.SessionReport;
import dev.attendance.session.SessionId;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.RoomTransaction;
import dev.attendance.store.StoreUnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The job that deletes what is older than the {@link Retention} allows: whole sessions, and only
 * those whose report says what was settled last, {@code FINAL}.
 *
 * <p>First go the events of a session's room instances and all that was folded of them. From then
 * on its report is the last revision, without intervals; it is not settled anew, whatever is
 * corrected or planned afterwards. A room instance that several sessions claim stays until it may
 * go for each of them. Of the instance itself there remains when it was and what it was called, no
 * person: an event that is sent again, or comes years late, is deleted instead of being taken for a
 * new session. Later, revisions and corrections go as well, and the plan with its roster where the
 * store keeps it; a host app deletes its own.
 *
 * <p>Each room instance and each session is a transaction of its own: what a crash leaves is done
 * by the next run. Safe beside live traffic and on any number of nodes.
 */
public final class PurgeSessions {

  private static final int AT_ONCE = 100;

  private final AttendanceStore store;
  private final Sessions sessions;
  private final SessionReports reports;
  private final Retention retention;
  private final InstantSource clock;

  PurgeSessions(
      AttendanceStore store,
      Sessions sessions,
      SessionReports reports,
      Retention retention,
      InstantSource clock) {
    this.store = store;
    this.sessions = sessions;
    this.reports = reports;
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * What a run did.
   *
   * @param rooms of how many room instances the events were deleted
   * @param events how many events these were
   * @param sessions of how many sessions the revisions were deleted
   */
  public record Outcome(long rooms, long events, long sessions) {}

  /**
   * Deletes what is due.
   *
   * @return what was done
   * @throws StoreUnavailableException if the store cannot do it now; what was deleted until then
   *     stays so
   */
  public Outcome runOnce() {
    Instant now = clock.instant();
    long rooms = 0;
    long events = 0;
    Instant before = now.minus(retention.events());
    Map<SessionId, Boolean> due = new HashMap<>();
    String after = "";
    List<FoldedRoom> page = store.rooms().inactiveRooms(before, after, AT_ONCE);
    while (!page.isEmpty()) {
      for (FoldedRoom room : page) {
        after = room.facts().sid();
        OptionalLong deleted = purgeIfDue(room, before, due);
        rooms += deleted.isPresent() ? 1 : 0;
        events += deleted.orElse(0);
      }
      due.clear();
      page = store.rooms().inactiveRooms(before, after, AT_ONCE);
    }
    return new Outcome(
        rooms, events, retention.records().map(limit -> purgeRecords(now.minus(limit))).orElse(0L));
  }

  private OptionalLong purgeIfDue(FoldedRoom room, Instant before, Map<SessionId, Boolean> due) {
    List<SessionId> claiming = sessions.claiming(room);
    boolean allDue =
        claiming.stream().allMatch(id -> due.computeIfAbsent(id, any -> isDue(any, before)));
    return allDue ? purge(room) : OptionalLong.empty();
  }

  private boolean isDue(SessionId id, Instant before) {
    return sessions
            .session(id)
            .filter(
                session ->
                    session.plan().filter(plan -> plan.window().end().isAfter(before)).isEmpty())
            .filter(
                session ->
                    session.rooms().stream()
                        .allMatch(
                            history -> history.room().lastActivityAt() < before.toEpochMilli()))
            .isPresent()
        && reports.report(id).filter(SessionReport::isFinal).isPresent();
  }

  /** Nothing if something has come in since the decision. */
  private OptionalLong purge(FoldedRoom room) {
    RoomFacts remains = sessions.remains(room);
    AtomicLong deleted = new AtomicLong();
    store
        .folds()
        .fold(
            room.facts().sid(),
            transaction ->
                deleted.set(isAsDecided(transaction, room) ? transaction.purge(remains) : -1));
    return deleted.get() < 0 ? OptionalLong.empty() : OptionalLong.of(deleted.get());
  }

  private static boolean isAsDecided(RoomTransaction transaction, FoldedRoom room) {
    return transaction.state().filter(room::equals).isPresent() && transaction.pending(1).isEmpty();
  }

  private long purgeRecords(Instant before) {
    return Pages.of(
            after -> store.records().settledBefore(before, after, AT_ONCE), SessionId::value)
        .filter(id -> purgeRecords(id, before))
        .count();
  }

  /** Says whether they were purged. */
  private boolean purgeRecords(SessionId id, Instant before) {
    Optional<SessionRevision> latest = store.records().latest(id);
    if (latest.filter(revision -> roomsAreGone(revision, before)).isEmpty()
        || sessions.isPlannedAfter(id, before)) {
      return false;
    }
    // Revisions last: by them the next run finds what a crash left.
    store.corrections().purge(id);
    store.plans().purge(id, before);
    store.records().purge(id);
    return true;
  }

  /** Records stay as long as there is something left that they were worked out from. */
  private boolean roomsAreGone(SessionRevision revision, Instant before) {
    return revision.summary().span().filter(span -> span.end().isAfter(before)).isEmpty()
        && revision.summary().roomSids().stream()
            .allMatch(sid -> store.rooms().room(sid).filter(room -> !room.purged()).isEmpty());
  }
}
