package dev.attendance.jooq;

import dev.attendance.store.FoldQueue;
import dev.attendance.store.RoomTransaction;
import java.util.List;
import java.util.function.Consumer;
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
}
