package dev.attendance.store.memory;

import dev.attendance.event.EventId;
import dev.attendance.store.RawBodies;
import dev.attendance.store.RawBody;
import dev.attendance.store.RawBodyStorage;
import java.util.Optional;
import java.util.function.Predicate;

/** The raw bodies of {@link MemoryStore}. */
final class MemoryRawBodies implements RawBodies {

  private final MemoryRooms rooms;
  private final RawBodyStorage storage;

  MemoryRawBodies(MemoryRooms rooms, RawBodyStorage storage) {
    this.rooms = rooms;
    this.storage = storage;
  }

  @Override
  public boolean areKept() {
    return storage != RawBodyStorage.OFF;
  }

  @Override
  public boolean isEmpty() {
    return rooms.locked(kept -> kept.all().noneMatch(MemoryRoom::hasBodies));
  }

  @Override
  public Optional<RawBody> body(String roomSid, EventId event) {
    return rooms.locked(kept -> kept.find(roomSid).body(event));
  }

  @Override
  public long remove(String roomSid, Predicate<RawBody> which) {
    return rooms.locked(kept -> kept.find(roomSid).removeBodies(which));
  }
}
