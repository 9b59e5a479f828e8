package dev.attendance.store.memory;

import dev.attendance.record.SessionRevision;
import dev.attendance.session.SessionId;
import dev.attendance.store.SessionRecords;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The settled sessions of {@link MemoryStore}. */
final class MemorySessionRecords implements SessionRecords {

  private final MemoryRooms rooms;
  private final Map<SessionId, NavigableMap<Integer, SessionRevision>> revisions = new TreeMap<>();

  MemorySessionRecords(MemoryRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public synchronized boolean save(SessionRevision revision) {
    return revisions
            .computeIfAbsent(revision.summary().id(), session -> new TreeMap<>())
            .putIfAbsent(revision.revision(), revision)
        == null;
  }

  @Override
  public synchronized Optional<SessionRevision> latest(SessionId session) {
    return Optional.ofNullable(revisions.get(session)).map(kept -> kept.lastEntry().getValue());
  }

  @Override
  public void settle(String roomSid, long version) {
    rooms.locked(
        kept -> {
          MemoryRoom room = kept.find(roomSid);
          room.folded().ifPresent(folded -> room.settle(version));
          return room;
        });
  }
}
