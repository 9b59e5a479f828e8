package dev.attendance.jooq;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventKind;
import dev.attendance.event.Participant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads events with all that belongs to them, in a few statements however many they are. */
final class EventReader {

  private EventReader() {}

  /** All events of a room instance, in any order. */
  static List<AttendanceEvent> all(DSLContext database, String roomSid) {
    List<Record> rows =
        List.copyOf(
            database
                .select(EventRows.COLUMNS.fields())
                .from(EventTable.TABLE)
                .where(EventTable.ROOM_SID.eq(roomSid))
                .fetch());
    boolean polled = rows.stream().anyMatch(EventReader::isPoll);
    return events(
        rows,
        polled ? listed(database, ListedTable.ROOM_SID.eq(roomSid), new HashMap<>()) : Map.of());
  }

  /** Events of a room instance that wait to be folded, those first that were received first. */
  static List<AttendanceEvent> pending(DSLContext database, String roomSid, int limit) {
    List<Record> rows =
        List.copyOf(
            database
                .select(EventRows.COLUMNS.fields())
                .from(PendingTable.TABLE)
                .join(EventTable.TABLE)
                .on(EventTable.ROOM_SID.eq(PendingTable.ROOM_SID))
                .and(EventTable.SOURCE.eq(PendingTable.SOURCE))
                .and(EventTable.EVENT_ID.eq(PendingTable.EVENT_ID))
                .where(PendingTable.ROOM_SID.eq(roomSid))
                .orderBy(PendingTable.RECEIVED_AT)
                .limit(limit)
                .fetch());
    List<EventKey> polls = rows.stream().filter(EventReader::isPoll).map(EventRows::key).toList();
    Map<EventKey, List<Participant>> listed = new HashMap<>();
    for (List<EventKey> chunk : Chunks.of(polls)) {
      // May bring polls of other sources with the same ids; they are left aside.
      listed(
          database,
          ListedTable.ROOM_SID
              .eq(roomSid)
              .and(
                  ListedTable.SOURCE.in(
                      chunk.stream().map(poll -> poll.id().source()).distinct().toList()))
              .and(
                  ListedTable.EVENT_ID.in(
                      chunk.stream().map(poll -> poll.id().value()).distinct().toList())),
          listed);
    }
    return events(rows, listed);
  }

  static boolean isPoll(Record row) {
    return row.get(EventTable.KIND).equals(EventKind.ROSTER_OBSERVED.name());
  }

  private static Map<EventKey, List<Participant>> listed(
      DSLContext database, Condition wanted, Map<EventKey, List<Participant>> listed) {
    database
        .select(ListedRows.COLUMNS.fields())
        .from(ListedTable.TABLE)
        .where(wanted)
        .orderBy(ListedTable.ORDINAL)
        .forEach(
            row ->
                listed
                    .computeIfAbsent(ListedRows.poll(row), poll -> new ArrayList<>())
                    .add(ListedRows.participant(row)));
    return listed;
  }

  private static List<AttendanceEvent> events(
      List<Record> rows, Map<EventKey, List<Participant>> listed) {
    return rows.stream()
        .map(row -> EventRows.event(row, listed.getOrDefault(EventRows.key(row), List.of())))
        .toList();
  }
}
