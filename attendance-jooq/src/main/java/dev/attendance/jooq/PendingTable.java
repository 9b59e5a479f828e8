package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.number;
import static dev.attendance.jooq.Schema.table;
import static dev.attendance.jooq.Schema.text;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** What of the log has still to be folded. Its columns are explained in the schema scripts. */
final class PendingTable {

  static final Table<Record> TABLE = table("attendance_pending");

  static final Field<String> ROOM_SID = text(TABLE, "room_sid");
  static final Field<String> SOURCE = text(TABLE, "source");
  static final Field<String> EVENT_ID = text(TABLE, "event_id");
  static final Field<Long> RECEIVED_AT = number(TABLE, "received_at");

  private PendingTable() {}
}
