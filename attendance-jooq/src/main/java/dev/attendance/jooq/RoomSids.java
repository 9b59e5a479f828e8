package dev.attendance.jooq;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Which room instances a table has rows of, as far as so many rows go. In the database's order.
 *
 * @param whole those of which all rows are among these
 * @param cut the next one, of which there are more
 */
record RoomSids(List<String> whole, Optional<String> cut) {

  /** Those that have so many events, and so many listed by polls, at most, or the next one. */
  static List<String> after(DSLContext open, String after, int limit) {
    RoomSids logged = logged(open, EventTable.ROOM_SID.gt(after), limit);
    if (logged.whole().isEmpty()) {
      return logged.cut().stream().toList();
    }
    String last = logged.whole().get(logged.whole().size() - 1);
    RoomSids listed =
        listed(open, ListedTable.ROOM_SID.gt(after).and(ListedTable.ROOM_SID.le(last)), limit);
    List<String> sids =
        listed
            .cut()
            .map(cut -> logged.whole().subList(0, logged.whole().indexOf(cut)))
            .orElse(logged.whole());
    return sids.isEmpty() ? listed.cut().stream().toList() : sids;
  }

  /** Whether it has more events, or participants listed by polls. */
  static boolean isLonger(DSLContext open, String roomSid, int limit) {
    return logged(open, EventTable.ROOM_SID.eq(roomSid), limit).cut().isPresent()
        || listed(open, ListedTable.ROOM_SID.eq(roomSid), limit).cut().isPresent();
  }

  private static RoomSids logged(DSLContext open, Condition range, int limit) {
    return of(open, EventTable.TABLE, EventTable.ROOM_SID, range, limit);
  }

  private static RoomSids listed(DSLContext open, Condition range, int limit) {
    return of(open, ListedTable.TABLE, ListedTable.ROOM_SID, range, limit);
  }

  /**
   * Reads as many rows as it says, or fewer.
   *
   * @param range which rows
   * @param limit how many at most
   */
  private static RoomSids of(
      DSLContext open, Table<Record> table, Field<String> roomSid, Condition range, int limit) {
    Field<String> sid = DSL.field(DSL.name("part", "sid"), ExactText.TYPE);
    Field<Integer> rows = DSL.count();
    List<Record2<String, Integer>> counted =
        open.select(sid, rows)
            .from(
                DSL.select(roomSid.as("sid"))
                    .from(table)
                    .where(range)
                    .orderBy(roomSid)
                    // One more tells whether there are more.
                    .limit(limit + 1)
                    .asTable("part"))
            .groupBy(sid)
            .orderBy(sid)
            .fetch();
    List<String> sids = counted.stream().map(Record2::value1).toList();
    if (counted.stream().mapToInt(Record2::value2).sum() <= limit) {
      return new RoomSids(sids, Optional.empty());
    }
    int end = sids.size() - 1;
    return new RoomSids(sids.subList(0, end), Optional.of(sids.get(end)));
  }
}
