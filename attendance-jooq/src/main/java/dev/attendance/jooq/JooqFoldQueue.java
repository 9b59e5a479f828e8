package dev.attendance.jooq;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.store.FoldQueue;
import dev.attendance.store.RoomSnapshot;
import dev.attendance.store.RoomTransaction;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.impl.DSL;

/** The folds of {@link JooqStore}. */
final class JooqFoldQueue implements FoldQueue {

  private final Database database;

  JooqFoldQueue(Database database) {
    this.database = database;
  }

  @Override
  public List<String> roomsToFold(int limit) {
    return database.read(
        open ->
            open.select(PendingTable.ROOM_SID)
                .from(PendingTable.TABLE)
                .groupBy(PendingTable.ROOM_SID)
                .orderBy(DSL.min(PendingTable.RECEIVED_AT), PendingTable.ROOM_SID)
                .limit(limit)
                .fetch(PendingTable.ROOM_SID));
  }

  @Override
  public void fold(String roomSid, Consumer<RoomTransaction> work) {
    database.writeAlone(
        open -> {
          JooqRoomTransaction room = JooqRoomTransaction.lock(open, roomSid);
          work.accept(room);
          return room;
        },
        // Otherwise the row that was only made to be locked would stay.
        JooqRoomTransaction::hasSaved);
  }

  @Override
  public <F extends Consumer<AttendanceEvent>> List<RoomSnapshot<F>> snapshots(
      List<String> roomSids, int limit, Supplier<F> folds) {
    // Writes nothing; but its transaction is its own.
    return database.writeAlone(
        open -> RoomSnapshots.read(open, roomSids, limit, folds), snapshots -> false);
  }
}
