package dev.attendance.jooq;

import static dev.attendance.jooq.RoomTable.ATTEMPTS;
import static dev.attendance.jooq.RoomTable.BEGAN_AT;
import static dev.attendance.jooq.RoomTable.CREATED_AT;
import static dev.attendance.jooq.RoomTable.EVENT_COUNT;
import static dev.attendance.jooq.RoomTable.FIRST_EVENT_AT;
import static dev.attendance.jooq.RoomTable.INFERRED_CYCLES;
import static dev.attendance.jooq.RoomTable.LAST_ACTIVITY_AT;
import static dev.attendance.jooq.RoomTable.LAST_PRESENCE_AT;
import static dev.attendance.jooq.RoomTable.LAST_STARTED_AT;
import static dev.attendance.jooq.RoomTable.OPEN_CYCLES;
import static dev.attendance.jooq.RoomTable.POLL_COUNT;
import static dev.attendance.jooq.RoomTable.PURGED;
import static dev.attendance.jooq.RoomTable.REPORTED_CYCLES;
import static dev.attendance.jooq.RoomTable.ROOM_NAME;
import static dev.attendance.jooq.RoomTable.ROOM_SID;
import static dev.attendance.jooq.RoomTable.SETTLED_VERSION;
import static dev.attendance.jooq.RoomTable.VERSION;

import dev.attendance.cycle.CycleStanding;
import dev.attendance.cycle.RoomFacts;
import dev.attendance.store.FoldedRoom;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;

/** Room instances to rows of {@link RoomTable} and back. */
final class RoomRows {

  static final List<Field<?>> FIELDS =
      List.of(
          ROOM_SID,
          ROOM_NAME,
          CREATED_AT,
          LAST_STARTED_AT,
          FIRST_EVENT_AT,
          LAST_PRESENCE_AT,
          VERSION,
          OPEN_CYCLES,
          INFERRED_CYCLES,
          EVENT_COUNT,
          POLL_COUNT,
          PURGED);

  /** A row that exists to be locked, of a room instance that was never folded. */
  static final Columns<String> UNFOLDED =
      Columns.<String>of(RoomTable.TABLE)
          .with(ROOM_SID, roomSid -> roomSid)
          .with(ROOM_NAME, roomSid -> "")
          .with(CREATED_AT, roomSid -> 0L)
          .with(LAST_STARTED_AT, roomSid -> 0L)
          .with(FIRST_EVENT_AT, roomSid -> 0L)
          .with(LAST_PRESENCE_AT, roomSid -> 0L)
          .with(BEGAN_AT, roomSid -> 0L)
          .with(LAST_ACTIVITY_AT, roomSid -> 0L)
          .with(OPEN_CYCLES, roomSid -> 0)
          .with(REPORTED_CYCLES, roomSid -> 0)
          .with(INFERRED_CYCLES, roomSid -> 0)
          .with(ATTEMPTS, roomSid -> 0)
          .with(EVENT_COUNT, roomSid -> 0L)
          .with(POLL_COUNT, roomSid -> 0L)
          .with(PURGED, roomSid -> false)
          .with(VERSION, roomSid -> 0L)
          .with(SETTLED_VERSION, roomSid -> 0L);

  /** Where values are taken from. */
  private interface Values {
    <T> T get(Field<T> field);
  }

  private RoomRows() {}

  /** Where a room instance counts its cycles of a standing. */
  static Field<Integer> count(CycleStanding standing) {
    return switch (standing) {
      case ATTEMPT -> ATTEMPTS;
      case OPEN -> OPEN_CYCLES;
      case REPORTED -> REPORTED_CYCLES;
      case INFERRED -> INFERRED_CYCLES;
    };
  }

  /** What {@link #UNFOLDED} inserts. */
  static FoldedRoom unfolded(String roomSid) {
    return new FoldedRoom(new RoomFacts(roomSid, "", 0, 0, 0, 0), 0, 0, 0, 0, 0, false);
  }

  static FoldedRoom room(Record row) {
    return room(row::get);
  }

  static FoldedRoom roomOf(Row row) {
    return room(row::get);
  }

  private static FoldedRoom room(Values row) {
    return new FoldedRoom(
        new RoomFacts(
            row.get(ROOM_SID),
            row.get(ROOM_NAME),
            row.get(CREATED_AT),
            row.get(LAST_STARTED_AT),
            row.get(FIRST_EVENT_AT),
            row.get(LAST_PRESENCE_AT)),
        row.get(VERSION),
        row.get(OPEN_CYCLES),
        row.get(INFERRED_CYCLES),
        row.get(EVENT_COUNT),
        row.get(POLL_COUNT),
        row.get(PURGED));
  }
}
