package dev.attendance.store.memory;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.store.FoldQueue;
import dev.attendance.store.RoomSnapshot;
import dev.attendance.store.RoomTransaction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The folds of {@link MemoryStore}: one lock for each room instance. */
final class MemoryFoldQueue implements FoldQueue {

  private record Waiting(Instant since, String roomSid) {}

  private static final Comparator<Waiting> LONGEST_FIRST =
      Comparator.comparing(Waiting::since).thenComparing(Waiting::roomSid);

  private final MemoryRooms rooms;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  MemoryFoldQueue(MemoryRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public List<String> roomsToFold(int limit) {
    return rooms.locked(
        kept ->
            kept.all()
                .flatMap(
                    room ->
                        room.waitingSince().map(since -> new Waiting(since, room.sid())).stream())
                .sorted(LONGEST_FIRST)
                .limit(limit)
                .map(Waiting::roomSid)
                .toList());
  }

  @Override
  public void fold(String roomSid, Consumer<RoomTransaction> work) {
    ReentrantLock lock = locks.computeIfAbsent(roomSid, sid -> new ReentrantLock());
    lock.lock();
    try {
      MemoryRoomTransaction transaction = new MemoryRoomTransaction(roomSid, rooms);
      work.accept(transaction);
      transaction.commit();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public <F extends Consumer<AttendanceEvent>> List<RoomSnapshot<F>> snapshots(
      List<String> roomSids, int limit, Supplier<F> folds) {
    List<RoomSnapshot<List<AttendanceEvent>>> read =
        rooms.locked(
            kept ->
                roomSids.stream()
                    .map(kept::find)
                    .map(
                        room ->
                            new RoomSnapshot<>(
                                room.sid(), Optional.of(room.folded(Set.of())), room.projection()))
                    .toList());
    return read.stream()
        .map(
            room -> {
              F fold = folds.get();
              room.folded().ifPresent(events -> events.forEach(fold));
              return new RoomSnapshot<>(room.roomSid(), Optional.of(fold), room.kept());
            })
        .toList();
  }
}
