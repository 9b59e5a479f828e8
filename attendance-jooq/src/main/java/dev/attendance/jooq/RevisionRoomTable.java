package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.count;
import static dev.attendance.jooq.Schema.number;
import static dev.attendance.jooq.Schema.table;
import static dev.attendance.jooq.Schema.text;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The room instances that revisions claim. Its columns are explained in the schema scripts. */
final class RevisionRoomTable {

  static final Table<Record> TABLE = table("attendance_revision_room");

  static final Field<String> SESSION_ID = text(TABLE, "session_id");
  static final Field<Integer> REVISION = count(TABLE, "revision");
  static final Field<Integer> ORDINAL = count(TABLE, "ordinal");
  static final Field<String> ROOM_SID = text(TABLE, "room_sid");
  static final Field<Long> EVENT_COUNT = number(TABLE, "event_count");
  static final Field<Long> POLL_COUNT = number(TABLE, "poll_count");

  private RevisionRoomTable() {}
}
