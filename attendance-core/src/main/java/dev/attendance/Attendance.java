package dev.attendance;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventId;
import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionEntry;
import dev.attendance.record.Explanation;
import dev.attendance.record.HistoryEntry;
import dev.attendance.record.HistoryPosition;
import dev.attendance.record.SessionSummary;
import dev.attendance.report.CourseMatrix;
import dev.attendance.report.SessionReport;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.Delivery;
import dev.attendance.store.Quarantine;
import dev.attendance.store.RawBody;
import dev.attendance.store.StoreUnavailableException;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The library's one entrance: records events, reads attendance, hands out the jobs. Thread-safe;
 * one per store is enough.
 *
 * <p>It starts no thread and schedules nothing. Whoever embeds it runs the jobs: {@link
 * #heartbeat()} every few seconds, {@link #foldPending()} now and then and at start, {@link
 * #calculateSessions()} every few minutes, {@link #reconcileOrphans()} hourly, and {@link
 * #observeLiveRooms()} every minute if the meeting server can be asked.
 */
public final class Attendance {

  private final AttendanceStore store;
  private final Duration silentAfter;
  private final InstantSource clock;
  private final AttendanceParts parts;

  Attendance(AttendanceBuilder builder) {
    store = builder.store;
    silentAfter = builder.silentAfter;
    clock = builder.clock;
    parts = new AttendanceParts(builder);
  }

  /**
   * {@return a builder with documented defaults}
   *
   * @param store where everything is kept
   */
  public static AttendanceBuilder builder(AttendanceStore store) {
    return new AttendanceBuilder(store);
  }

  /**
   * Appends events to the log and has what they touch folded by the {@linkplain
   * AttendanceBuilder#foldExecutor fold executor}.
   *
   * <p>When this returns, the events are durable (promise 1). Whether the fold has already happened
   * depends on the executor; a fold that fails does not make this fail. In a transaction of the
   * caller's that the store takes part in, the events are durable when it commits, and are folded
   * by the next run of {@link #foldPending()} after that.
   *
   * @param events in any order, of any number of rooms; all or none are appended
   * @return one outcome for each event, in the order given (R1)
   * @throws StoreUnavailableException if the log cannot take them now; worth trying again
   */
  public List<AppendOutcome> record(List<? extends AttendanceEvent> events) {
    return recordDelivered(events.stream().map(Delivery::of).toList());
  }

  /**
   * The same for events with the bodies in which they came; what the store {@linkplain
   * dev.attendance.store.RawBodyStorage keeps} of these is durable with the events.
   *
   * @param deliveries in any order, of any number of rooms; all or none are appended
   * @return one outcome for each delivery, in the order given (R1)
   * @throws StoreUnavailableException if the log cannot take them now; worth trying again
   */
  public List<AppendOutcome> recordDelivered(List<Delivery> deliveries) {
    return parts.recorder.record(deliveries);
  }

  /** {@return whether the store keeps the bodies in which events come} If not, none is needed. */
  public boolean keepsRawBodies() {
    return store.rawBodies().areKept();
  }

  /**
   * {@return the body in which an event came; nothing if none was kept, or it is gone}
   *
   * @param roomSid the event's room instance
   * @param event its id
   * @throws StoreUnavailableException if the store cannot be read now
   */
  public Optional<RawBody> rawBody(String roomSid, EventId event) {
    return store.rawBodies().body(roomSid, event);
  }

  /**
   * Keeps a body that was signed but could not be decoded, durably when this returns.
   *
   * @param body what to keep
   * @return whether it is new
   * @throws StoreUnavailableException if it cannot be kept now; worth trying again
   */
  public boolean quarantine(Quarantine.Body body) {
    return store.quarantine().keep(body);
  }

  /**
   * {@return the attendance of a session as of now; nothing if there is neither a plan nor a room
   * instance of that id} Of a session whose events were {@linkplain PurgeSessions purged} it is
   * what was settled last, and nothing once that was purged too.
   *
   * @param id the plan's id, or the sid of a room instance that no plan claims
   * @throws StoreUnavailableException if the store cannot be read now
   */
  public Optional<SessionReport> report(SessionId id) {
    return parts.reports.report(id);
  }

  /**
   * Settles a session now instead of with the next run of {@link #calculateSessions()}, with
   * everything told so far, folded or not.
   *
   * <p>It does no more than the job would: R22 lets nobody have a session final whose settle time
   * has not passed or that has an open cycle, for the next event would revise it. Who knows better
   * than the open cycle says so by a correction, which stays visible (promise 6); who wants to wait
   * less sets {@link dev.attendance.session.SessionTiming}.
   *
   * @param id the session
   * @return what came of it
   * @throws StoreUnavailableException if the store cannot do it now
   */
  public Finalisation finalise(SessionId id) {
    parts.foldPending.runOnce();
    return parts.calculateSessions.finalise(id);
  }

  /** {@return what folds room instances anew from the log} */
  public RebuildRooms rebuild() {
    return parts.rebuildRooms;
  }

  /** {@return what was settled, revision by revision} */
  public Revisions revisions() {
    return parts.revisions;
  }

  /**
   * {@return how one person's numbers in a session came about; nothing if the session is unknown or
   * has no record of the person} (promise 5)
   *
   * @param id the session
   * @param person who
   * @throws StoreUnavailableException if the store cannot be read now
   */
  public Optional<Explanation> explain(SessionId id, PersonId person) {
    return report(id).flatMap(report -> report.attendance().explain(person));
  }

  /**
   * Appends a person's decision to the log of corrections (promise 6). Reports show it at once; the
   * next run of {@link #calculateSessions()} settles what it touches, all sessions of a person
   * where that was merged.
   *
   * <p>When this returns, it is durable; in a transaction of the caller's that the store takes part
   * in, when that commits. One whose id is known changes nothing and is not checked again.
   *
   * @param correction what was decided
   * @return whether it is new
   * @throws IllegalArgumentException naming field, rule and remedy: if the session is unknown, or
   *     its events were {@linkplain PurgeSessions purged}, so that it is not settled anew; if a
   *     person is neither on its roster nor has a record in it (where there is no roster, presence
   *     can be given to anybody); if it withdraws what is not there, or a withdrawal; or if it
   *     merges persons who are one already
   * @throws StoreUnavailableException if the store cannot do it now; worth trying again
   */
  public AppendOutcome correct(Correction correction) {
    return parts.decisions.make(correction);
  }

  /**
   * {@return the corrections that bear on a session, with where they stand, in {@link
   * Correction#ORDER}: all of its own, and the merges of its people} Those that no longer hold are
   * among them. Empty if the session is unknown.
   *
   * @param id the session
   * @throws StoreUnavailableException if the store cannot be read now
   */
  public List<CorrectionEntry> corrections(SessionId id) {
    return parts.decisions.of(id);
  }

  /**
   * {@return the sessions in whose rooms something happened last, the latest first} One that was
   * settled is shown as it was settled last unless events, polls or plans have come since: a
   * correction shows here with the next run of {@link #calculateSessions()}. So only what is going
   * on has to be worked out; which plans claim a room instance is asked for each of them.
   *
   * @param limit at most so many room instances are looked at, at least 1
   * @throws StoreUnavailableException if the store cannot be read now
   */
  public List<SessionSummary> latestSessions(int limit) {
    return parts.latestSessions.read(limit);
  }

  /**
   * {@return the attendance of a course: its people by its sessions, as settled last} A session
   * that was never settled shows as one to come if it is planned, and is left out otherwise.
   *
   * @param sessions the sessions of the course, in the order in which they are to stand
   * @throws StoreUnavailableException if the store cannot be read now
   */
  public CourseMatrix course(List<SessionId> sessions) {
    return parts.courses.course(sessions);
  }

  /**
   * {@return a page of a person's history: its records in the sessions' latest revisions, the
   * latest session first} Sessions that were not settled yet are not among them. The next page
   * begins behind the {@linkplain HistoryEntry#position place} of this one's last entry.
   *
   * @param person who
   * @param during only sessions that began in this stretch of time
   * @param before where the page begins; nothing for the first
   * @param limit at most so many entries, at least 1
   * @throws StoreUnavailableException if the store cannot be read now
   */
  public List<HistoryEntry> history(
      PersonId person, Interval during, Optional<HistoryPosition> before, int limit) {
    return store.records().history(person, during, before, limit);
  }

  /**
   * {@return the counts that operators ask for}
   *
   * @throws StoreUnavailableException if the store cannot be read now
   */
  public AttendanceTotals totals() {
    return new AttendanceTotals(
        store.rooms().totals(clock.instant().minus(silentAfter)),
        store.quarantine().count(),
        parts.blindSpots.count());
  }

  /**
   * Makes sure that events could be recorded now. Changes nothing.
   *
   * @throws StoreUnavailableException if they could not
   */
  public void checkWritable() {
    store.events().checkWritable();
  }

  /** {@return the job that notes that this node is up} */
  public Heartbeat heartbeat() {
    return parts.heartbeat;
  }

  /** {@return the job that folds what is pending} */
  public FoldPending foldPending() {
    return parts.foldPending;
  }

  /** {@return the job that asks the meeting server who is there; nothing if it cannot be asked} */
  public Optional<ObserveLiveRooms> observeLiveRooms() {
    return parts.observeLiveRooms;
  }

  /** {@return the job that looks after cycles left open} */
  public ReconcileOrphans reconcileOrphans() {
    return parts.reconcileOrphans;
  }

  /** {@return the job that settles ended sessions} */
  public CalculateSessions calculateSessions() {
    return parts.calculateSessions;
  }

  /** {@return the job that deletes what is too old; nothing if everything is kept for ever} */
  public Optional<PurgeSessions> purgeSessions() {
    return parts.purgeSessions;
  }

  /** {@return what decodes bodies in quarantine once more, after an upgrade} */
  public ReplayQuarantine replayQuarantine() {
    return parts.replayQuarantine;
  }

  /** {@return what erases persons} */
  public ErasePersons erasePersons() {
    return parts.erasePersons;
  }
}
