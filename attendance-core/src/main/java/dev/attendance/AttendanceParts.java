package dev.attendance;

import dev.attendance.cycle.CycleMatcher;
import dev.attendance.record.AttendanceCalculator;
import dev.attendance.session.PersonResolver;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.Delivery;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What {@link Attendance} is put together from, by what its builder was told. */
final class AttendanceParts {

  final EventRecorder recorder;
  final Heartbeat heartbeat;
  final FoldPending foldPending;
  final Optional<ObserveLiveRooms> observeLiveRooms;
  final ReconcileOrphans reconcileOrphans;
  final CalculateSessions calculateSessions;
  final Optional<PurgeSessions> purgeSessions;
  final RebuildRooms rebuildRooms;
  final ReplayQuarantine replayQuarantine;
  final ErasePersons erasePersons;
  final SessionReports reports;
  final LatestSessions latestSessions;
  final CourseReader courses;
  final Revisions revisions;
  final Decisions decisions;
  final BlindSpots blindSpots;

  AttendanceParts(AttendanceBuilder builder) {
    AttendanceStore store = builder.store;
    InstantSource clock = builder.clock;
    CycleMatcher matcher = new CycleMatcher(builder.sourceTiming);
    Listeners listeners = new Listeners(builder.listeners);
    Duration longestGap = builder.heartbeatEvery.multipliedBy(Heartbeat.TOLERATED_BEATS);
    blindSpots = new BlindSpots(store.coverage(), longestGap, builder.sourceTiming);
    heartbeat =
        new Heartbeat(store.coverage(), builder.node, longestGap, blindSpots.lostBefore(), clock);
    SessionCorrections corrections = new SessionCorrections(store.corrections());
    SessionPolicies policies = new SessionPolicies(builder.policies, corrections);
    Sessions sessions = new Sessions(store.rooms(), builder.directory, blindSpots, policies, clock);
    PersonResolver persons = Pseudonym.resolving(builder.persons);
    AttendanceCalculator calculator =
        new AttendanceCalculator(matcher, builder.filter, persons, builder.sessionTiming);
    reports =
        new SessionReports(sessions, corrections, calculator, policies, store.records(), clock);
    latestSessions = new LatestSessions(store.rooms(), store.records(), sessions, reports);
    decisions = new Decisions(store.corrections(), corrections, sessions, reports);
    courses = new CourseReader(store, builder.directory);
    revisions = new Revisions(store.records());
    foldPending = new FoldPending(store.folds(), matcher, sessions, listeners);
    recorder =
        new EventRecorder(store.events(), new FoldTrigger(foldPending, builder.foldExecutor));
    observeLiveRooms =
        builder.liveRooms.map(
            server ->
                new ObserveLiveRooms(
                    store.rooms(),
                    server,
                    observed -> recorder.record(List.of(Delivery.of(observed))),
                    clock));
    reconcileOrphans =
        new ReconcileOrphans(
            foldPending, observeLiveRooms, store.rooms(), sessions, builder.silentAfter, clock);
    calculateSessions =
        new CalculateSessions(
            store.rooms(),
            store.records(),
            corrections,
            sessions,
            calculator,
            policies,
            listeners,
            clock);
    rebuildRooms = new RebuildRooms(store.events(), store.folds(), matcher, sessions, listeners);
    purgeSessions =
        builder.retention.map(
            retention -> new PurgeSessions(store, sessions, reports, retention, clock));
    replayQuarantine = new ReplayQuarantine(store.quarantine(), recorder::record);
    erasePersons = new ErasePersons(store, foldPending, rebuildRooms, persons);
  }
}
