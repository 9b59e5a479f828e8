package dev.attendance.store.memory;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All room instances that are kept. One monitor guards them, so that whatever is read or written
 * inside one call of {@link #locked} is seen as a whole; calls are short, folds work outside.
 */
final class MemoryRooms {

  private final NavigableMap<String, MemoryRoom> bySid = new TreeMap<>();

  synchronized <T> T locked(Function<MemoryRooms, T> work) {
    return work.apply(this);
  }

  /** The room instance for reading: an empty one, that is not kept, if it is not there. */
  MemoryRoom find(String sid) {
    MemoryRoom room = bySid.get(sid);
    return room == null ? new MemoryRoom(sid) : room;
  }

  /** The room instance for writing, made if it is not there. */
  MemoryRoom at(String sid) {
    return bySid.computeIfAbsent(sid, MemoryRoom::new);
  }

  /** The room instances in the order of their sids, those never folded included. */
  Stream<MemoryRoom> all() {
    return bySid.values().stream();
  }

  /** The same, only those whose sid is greater. */
  Stream<MemoryRoom> after(String sid) {
    return bySid.tailMap(sid, false).values().stream();
  }
}
