package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.bytes;
import static dev.attendance.jooq.Schema.flag;
import static dev.attendance.jooq.Schema.table;
import static dev.attendance.jooq.Schema.text;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The raw bodies of events of the log. Its columns are explained in the schema scripts. */
final class BodyTable {

  static final Table<Record> TABLE = table("attendance_event_body");

  static final Field<String> ROOM_SID = text(TABLE, "room_sid");
  static final Field<String> SOURCE = text(TABLE, "source");
  static final Field<String> EVENT_ID = text(TABLE, "event_id");
  static final Field<Boolean> COMPRESSED = flag(TABLE, "compressed");
  static final Field<byte[]> BODY = bytes(TABLE, "body");

  private BodyTable() {}
}
