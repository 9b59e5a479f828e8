package dev.attendance.jooq;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventKind;
import dev.attendance.event.Participant;
import dev.attendance.event.RosterObserved;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of a room instance through a cursor: some rows are in memory at a time. PostgreSQL
 * and MariaDB hand them over so within a transaction; MySQL's driver does if its connection has
 * {@code useCursorFetch=true}.
 */
final class EventStream {

  private static final int ROWS_AT_ONCE = 2_000;

  private EventStream() {}

  /** Each event that is not pending, once; polls after all others. */
  static void folded(DSLContext open, String roomSid, Consumer<AttendanceEvent> each) {
    Condition folded = EventTable.ROOM_SID.eq(roomSid).and(Rendering.notExists(pending(open)));
    // Two cursors one after the other: on MariaDB a connection has one at a time.
    if (othersThanPolls(open, folded, each)) {
      polls(open, folded, each);
    }
  }

  private static Select<?> pending(DSLContext open) {
    return open.selectOne()
        .from(PendingTable.TABLE)
        .where(PendingTable.ROOM_SID.eq(EventTable.ROOM_SID))
        .and(PendingTable.SOURCE.eq(EventTable.SOURCE))
        .and(PendingTable.EVENT_ID.eq(EventTable.EVENT_ID));
  }

  /** Says whether there are polls as well. */
  private static boolean othersThanPolls(
      DSLContext open, Condition folded, Consumer<AttendanceEvent> each) {
    AtomicBoolean polls = new AtomicBoolean();
    EventDecoder decoder = new EventDecoder();
    Row.forEach(
        open.select(EventRows.COLUMNS.fields()).from(EventTable.TABLE).where(folded),
        ROWS_AT_ONCE,
        row -> {
          AttendanceEvent event = decoder.event(row);
          if (EventReader.isPoll(event)) {
            polls.set(true);
          } else {
            each.accept(event);
          }
        });
    return polls.get();
  }

  private static void polls(DSLContext open, Condition folded, Consumer<AttendanceEvent> each) {
    List<Field<?>> fields = new ArrayList<>(EventRows.COLUMNS.fields());
    fields.addAll(ListedRows.COLUMNS.fields());
    Polls polls = new Polls(each);
    Row.forEach(
        open.select(fields)
            .from(EventTable.TABLE)
            .leftJoin(ListedTable.TABLE)
            .on(ListedTable.ROOM_SID.eq(EventTable.ROOM_SID))
            .and(ListedTable.SOURCE.eq(EventTable.SOURCE))
            .and(ListedTable.EVENT_ID.eq(EventTable.EVENT_ID))
            .where(folded)
            .and(EventTable.KIND.eq(EventKind.ROSTER_OBSERVED.name()))
            .orderBy(EventTable.SOURCE, EventTable.EVENT_ID, ListedTable.ORDINAL),
        ROWS_AT_ONCE,
        polls::accept);
    polls.end();
  }

  /** Puts a poll together from the rows of those it listed, which follow each other. */
  private static final class Polls {
    private final Consumer<AttendanceEvent> each;
    private final EventDecoder decoder = new EventDecoder();
    private @Nullable EventHeader poll;
    private final List<Participant> listed = new ArrayList<>();

    Polls(Consumer<AttendanceEvent> each) {
      this.each = each;
    }

    void accept(Row row) {
      if (poll == null || !decoder.id(row).equals(poll.id())) {
        end();
        poll = decoder.header(row);
      }
      // Who listed nobody has one row, without a number.
      if (row.find(ListedTable.ORDINAL) != null) {
        listed.add(ListedRows.participant(row));
      }
    }

    void end() {
      if (poll != null) {
        each.accept(new RosterObserved(poll, listed));
      }
      poll = null;
      listed.clear();
    }
  }
}
