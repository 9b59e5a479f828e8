package dev.attendance.store.memory;

import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.TrackFacts;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventId;
import dev.attendance.event.EventKind;
import dev.attendance.event.ParticipantProfile;
import dev.attendance.store.Delivery;
import dev.attendance.store.FoldedCycle;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.RawBody;
import dev.attendance.store.RoomProjection;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is kept of one room instance. Not thread-safe: guarded by {@link MemoryRooms#locked}. */
final class MemoryRoom {

  private final String sid;
  private final Map<EventId, AttendanceEvent> log = new LinkedHashMap<>();
  private final Map<EventId, AttendanceEvent> pending = new LinkedHashMap<>();
  private final Map<EventId, RawBody> bodies = new HashMap<>();
  private Optional<RoomFacts> facts = Optional.empty();
  private long version;
  private long settledVersion;
  private final MemoryCycles cycles = new MemoryCycles();
  private final Map<TrackKey, TrackFacts> tracks = new HashMap<>();
  private long foldedEvents;
  private long foldedPolls;
  private boolean purged;
  private final TreeSet<Instant> finishes = new TreeSet<>();
  private final TreeMap<Instant, Instant> polls = new TreeMap<>();

  /** What makes a track of this room one and the same. */
  private record TrackKey(String participantSid, String trackSid) {
    static TrackKey of(TrackFacts track) {
      return new TrackKey(track.cycle().participantSid(), track.trackSid());
    }
  }

  MemoryRoom(String sid) {
    this.sid = sid;
  }

  String sid() {
    return sid;
  }

  /** Whether the event is new. */
  boolean append(Delivery delivery) {
    AttendanceEvent event = delivery.event();
    boolean isNew = log.putIfAbsent(event.header().id(), event) == null;
    if (isNew) {
      pending.put(event.header().id(), event);
      delivery.body().ifPresent(body -> bodies.put(event.header().id(), body));
    }
    return isNew;
  }

  Optional<RawBody> body(EventId event) {
    return Optional.ofNullable(bodies.get(event));
  }

  boolean hasBodies() {
    return !bodies.isEmpty();
  }

  long removeBodies(Predicate<RawBody> which) {
    long before = bodies.size();
    bodies.values().removeIf(which);
    return before - bodies.size();
  }

  List<AttendanceEvent> log() {
    return log.values().stream().sorted(AttendanceEvent.READING_ORDER).toList();
  }

  int size() {
    return log.size();
  }

  boolean isInactiveSince(Instant instant) {
    return !purged
        && cycles.open() == 0
        && facts.filter(known -> known.lastActivityAt() < instant.toEpochMilli()).isPresent();
  }

  boolean hasEvents() {
    return !log.isEmpty();
  }

  /** What of the log is not pending, or was folded just now. */
  List<AttendanceEvent> folded(Set<EventId> justNow) {
    return log.values().stream()
        .filter(
            event ->
                !pending.containsKey(event.header().id()) || justNow.contains(event.header().id()))
        .toList();
  }

  List<AttendanceEvent> pending(int limit, Set<EventId> without) {
    return pending.values().stream()
        .filter(event -> !without.contains(event.header().id()))
        .limit(limit)
        .toList();
  }

  /** Since when the event has been waiting that has waited longest. */
  Optional<Instant> waitingSince() {
    return pending.values().stream()
        .map(event -> event.header().receivedAt())
        .min(Instant::compareTo);
  }

  Optional<FoldedRoom> folded() {
    return facts.map(
        known ->
            new FoldedRoom(
                known,
                version,
                cycles.open(),
                cycles.inferred(),
                foldedEvents,
                foldedPolls,
                purged));
  }

  MemoryCycles cycles() {
    return cycles;
  }

  /** By the participants' sids, then by their own. */
  List<TrackFacts> tracks() {
    return tracks.values().stream().sorted(TrackFacts.BY_KEY).toList();
  }

  RoomMarks marks(Instant since) {
    return new RoomMarks(finishes.tailSet(since, true), polls.tailMap(since, true));
  }

  boolean isToSettle() {
    return version > settledVersion;
  }

  void settle(long upToVersion) {
    settledVersion = Math.max(settledVersion, upToVersion);
  }

  void save(
      RoomFacts room,
      long saves,
      RoomMarks added,
      Collection<FoldedCycle> changed,
      Collection<TrackFacts> learned,
      Set<EventId> noLongerPending) {
    facts = Optional.of(room);
    version += saves;
    finishes.addAll(added.finishes());
    added
        .polls()
        .forEach(
            (asked, answered) -> polls.merge(asked, answered, (a, b) -> a.isBefore(b) ? a : b));
    changed.forEach(cycles::put);
    learned.forEach(track -> tracks.merge(TrackKey.of(track), track, TrackFacts::merge));
    noLongerPending.stream().map(pending::remove).flatMap(Stream::ofNullable).forEach(this::count);
  }

  Optional<RoomProjection> projection() {
    return facts.map(
        known ->
            new RoomProjection(
                known, marks(Instant.EPOCH), cycles.all(), tracks(), foldedEvents, foldedPolls));
  }

  void replace(RoomProjection anew) {
    clear();
    save(anew.room(), 1, anew.marks(), anew.cycles(), anew.tracks(), Set.of());
    foldedEvents = anew.events();
    foldedPolls = anew.polls();
  }

  /** Says how many events and listed participants have one of the identities. */
  long count(Map<String, String> identities) {
    return log.values().stream()
        .flatMap(event -> ParticipantProfile.in(event).stream())
        .filter(profile -> identities.containsKey(profile.identity()))
        .count();
  }

  void pseudonymise(Map<String, String> identities) {
    log.forEach(
        (id, event) -> {
          if (!Pseudonymised.event(event, identities).equals(event)) {
            bodies.remove(id);
          }
        });
    log.replaceAll((id, event) -> Pseudonymised.event(event, identities));
    pending.replaceAll((id, event) -> Pseudonymised.event(event, identities));
  }

  private void clear() {
    cycles.clear();
    tracks.clear();
    finishes.clear();
    polls.clear();
    foldedEvents = 0;
    foldedPolls = 0;
  }

  void purge(RoomFacts remains) {
    clear();
    log.clear();
    bodies.clear();
    pending.clear();
    facts = Optional.of(remains);
    settledVersion = version;
    purged = true;
  }

  private void count(AttendanceEvent folded) {
    if (folded.kind() == EventKind.ROSTER_OBSERVED) {
      foldedPolls++;
    } else {
      foldedEvents++;
    }
  }
}
