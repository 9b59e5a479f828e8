package dev.attendance.jooq;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.Participant;
import dev.attendance.event.RosterObserved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Reads events with all that belongs to them, in a few statements however many they are. */
final class EventReader {

  /** Few enough to stay in the processor's cache until they are decoded. */
  private static final int ROWS_AT_ONCE = 1_000;

  private EventReader() {}

  /** All events of a room instance, in any order. */
  static List<AttendanceEvent> all(DSLContext database, String roomSid) {
    List<AttendanceEvent> events = new ArrayList<>();
    forEach(database, EventTable.ROOM_SID.eq(roomSid), 0, events::add);
    return events.stream().anyMatch(EventReader::isPoll)
        ? withListed(events, listed(database, ListedTable.ROOM_SID.eq(roomSid)))
        : events;
  }

  /**
   * Hands over events, in any order; those polls list nobody of which nothing is given. Within a
   * transaction, so that some rows are in memory at a time.
   */
  static void forEach(
      DSLContext database,
      Condition wanted,
      Map<EventKey, List<Participant>> listed,
      Consumer<AttendanceEvent> each) {
    forEach(
        database,
        wanted,
        ROWS_AT_ONCE,
        event -> each.accept(isPoll(event) ? withListed(event, listed) : event));
  }

  /** The same, with polls that list nobody. */
  private static void forEach(
      DSLContext database, Condition wanted, int rowsAtOnce, Consumer<AttendanceEvent> each) {
    EventDecoder decoder = new EventDecoder();
    Row.forEach(
        database.select(EventRows.COLUMNS.fields()).from(EventTable.TABLE).where(wanted),
        rowsAtOnce,
        row -> each.accept(decoder.event(row)));
  }

  /** Events of a room instance that wait to be folded: those received first, in any order. */
  static List<AttendanceEvent> pending(DSLContext database, String roomSid, int limit) {
    // What is pending comes first, whatever the planner knows: the log of the room may be long.
    Table<Record3<String, String, String>> waiting =
        DSL.select(PendingTable.ROOM_SID, PendingTable.SOURCE, PendingTable.EVENT_ID)
            .from(PendingTable.TABLE)
            .where(PendingTable.ROOM_SID.eq(roomSid))
            .orderBy(PendingTable.RECEIVED_AT)
            .limit(limit)
            .asTable("waiting");
    EventDecoder decoder = new EventDecoder();
    List<AttendanceEvent> events =
        Row.fetch(
            database
                .select(EventRows.COLUMNS.fields())
                .from(waiting)
                .join(EventTable.TABLE)
                .on(EventTable.ROOM_SID.eq(waiting.field(PendingTable.ROOM_SID)))
                .and(EventTable.SOURCE.eq(waiting.field(PendingTable.SOURCE)))
                .and(EventTable.EVENT_ID.eq(waiting.field(PendingTable.EVENT_ID))),
            decoder::event);
    List<EventKey> polls = events.stream().filter(EventReader::isPoll).map(EventKey::of).toList();
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
    return polls.isEmpty() ? events : withListed(events, listed);
  }

  static boolean isPoll(AttendanceEvent event) {
    return event instanceof RosterObserved;
  }

  /** Whom polls listed. */
  static Map<EventKey, List<Participant>> listed(DSLContext database, Condition wanted) {
    return listed(database, wanted, new HashMap<>());
  }

  private static Map<EventKey, List<Participant>> listed(
      DSLContext database, Condition wanted, Map<EventKey, List<Participant>> listed) {
    Row.forEach(
        database
            .select(ListedRows.COLUMNS.fields())
            .from(ListedTable.TABLE)
            .where(wanted)
            .orderBy(ListedTable.ORDINAL),
        row ->
            listed
                .computeIfAbsent(ListedRows.poll(row), poll -> new ArrayList<>())
                .add(ListedRows.participant(row)));
    return listed;
  }

  private static List<AttendanceEvent> withListed(
      List<AttendanceEvent> events, Map<EventKey, List<Participant>> listed) {
    return events.stream().map(event -> isPoll(event) ? withListed(event, listed) : event).toList();
  }

  private static AttendanceEvent withListed(
      AttendanceEvent poll, Map<EventKey, List<Participant>> listed) {
    return new RosterObserved(poll.header(), listed.getOrDefault(EventKey.of(poll), List.of()));
  }
}
