package dev.attendance.store.memory;

import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.TrackFacts;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventId;
import dev.attendance.store.FoldedCycle;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.RoomProjection;
import dev.attendance.store.RoomTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Keeps what is saved to itself until {@link #commit}, so that work that throws has changed
 * nothing. Reads see what was saved through the same transaction.
 */
final class MemoryRoomTransaction implements RoomTransaction {

  private final String roomSid;
  private final MemoryRooms rooms;
  private Optional<RoomFacts> savedRoom = Optional.empty();
  private long saves;
  private RoomMarks savedMarks = RoomMarks.NONE;
  private final Map<String, FoldedCycle> savedCycles = new HashMap<>();
  private final List<TrackFacts> savedTracks = new ArrayList<>();
  private final Set<EventId> folded = new HashSet<>();
  private Optional<RoomProjection> replacement = Optional.empty();
  private final Map<String, String> pseudonyms = new HashMap<>();
  private Optional<RoomFacts> remains = Optional.empty();

  MemoryRoomTransaction(String roomSid, MemoryRooms rooms) {
    this.roomSid = roomSid;
    this.rooms = rooms;
  }

  @Override
  public List<AttendanceEvent> pending(int limit) {
    return read(room -> room.pending(limit, folded)).stream().map(this::asChanged).toList();
  }

  @Override
  public void folded(Consumer<AttendanceEvent> each) {
    read(room -> room.folded(folded)).forEach(event -> each.accept(asChanged(event)));
  }

  @Override
  public Optional<RoomFacts> room() {
    return savedRoom.or(() -> read(room -> room.folded().map(kept -> kept.facts())));
  }

  @Override
  public List<FoldedCycle> cycles(Set<String> participantSids, Set<String> identities) {
    return withSaved(
        read(room -> room.cycles().of(participantSids, identities).toList()),
        cycle ->
            participantSids.contains(cycle.facts().id().participantSid())
                || identities.contains(cycle.facts().profile().identity()));
  }

  @Override
  public List<FoldedCycle> cyclesWithoutReportedEnd() {
    return withSaved(
        read(room -> room.cycles().withoutReportedEnd().toList()),
        MemoryCycles::isWithoutReportedEnd);
  }

  private List<FoldedCycle> withSaved(List<FoldedCycle> kept, Predicate<FoldedCycle> wanted) {
    return Stream.concat(
            kept.stream()
                .filter(cycle -> !savedCycles.containsKey(cycle.facts().id().participantSid())),
            savedCycles.values().stream().filter(wanted))
        .toList();
  }

  @Override
  public RoomMarks marks(Instant since) {
    return read(room -> room.marks(since))
        .merge(
            new RoomMarks(
                savedMarks.finishes().tailSet(since, true),
                savedMarks.polls().tailMap(since, true)));
  }

  @Override
  public void save(
      RoomFacts room,
      RoomMarks added,
      Collection<FoldedCycle> cycles,
      Collection<TrackFacts> tracks,
      Collection<AttendanceEvent> foldedEvents) {
    requireHeld(room.sid());
    cycles.forEach(cycle -> requireHeld(cycle.facts().id().roomSid()));
    tracks.forEach(track -> requireHeld(track.cycle().roomSid()));
    savedRoom = Optional.of(room);
    saves++;
    savedMarks = savedMarks.merge(added);
    cycles.forEach(cycle -> savedCycles.put(cycle.facts().id().participantSid(), cycle));
    savedTracks.addAll(tracks);
    foldedEvents.forEach(event -> folded.add(event.header().id()));
  }

  @Override
  public Optional<RoomProjection> projection() {
    return read(MemoryRoom::projection);
  }

  @Override
  public void replace(RoomProjection anew) {
    requireHeld(anew.room().sid());
    replacement = Optional.of(anew);
  }

  @Override
  public Optional<FoldedRoom> state() {
    return read(MemoryRoom::folded);
  }

  @Override
  public long purge(RoomFacts facts) {
    requireHeld(facts.sid());
    remains = Optional.of(facts);
    return read(MemoryRoom::size);
  }

  @Override
  public long pseudonymise(Map<String, String> identities) {
    pseudonyms.putAll(identities);
    return read(room -> room.count(identities));
  }

  private AttendanceEvent asChanged(AttendanceEvent event) {
    return pseudonyms.isEmpty() ? event : Pseudonymised.event(event, pseudonyms);
  }

  private void requireHeld(String sid) {
    if (!sid.equals(roomSid)) {
      throw new IllegalArgumentException("fold of " + roomSid + ": must not save " + sid);
    }
  }

  void commit() {
    rooms.locked(
        kept -> {
          if (!pseudonyms.isEmpty()) {
            kept.at(roomSid).pseudonymise(pseudonyms);
          }
          replacement.ifPresent(anew -> kept.at(roomSid).replace(anew));
          remains.ifPresent(facts -> kept.at(roomSid).purge(facts));
          savedRoom.ifPresent(facts -> save(facts, kept.at(roomSid)));
          return kept;
        });
  }

  private void save(RoomFacts facts, MemoryRoom room) {
    room.save(facts, saves, savedMarks, savedCycles.values(), savedTracks, folded);
  }

  private <T> T read(Function<MemoryRoom, T> work) {
    return rooms.locked(kept -> work.apply(kept.find(roomSid)));
  }
}
