package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.count;
import static dev.attendance.jooq.Schema.flag;
import static dev.attendance.jooq.Schema.number;
import static dev.attendance.jooq.Schema.table;
import static dev.attendance.jooq.Schema.text;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** What is known of each room instance. Its columns are explained in the schema scripts. */
final class RoomTable {

  static final Table<Record> TABLE = table("attendance_room");

  static final Field<String> ROOM_SID = text(TABLE, "room_sid");
  static final Field<String> ROOM_NAME = text(TABLE, "room_name");
  static final Field<Long> CREATED_AT = number(TABLE, "created_at");
  static final Field<Long> LAST_STARTED_AT = number(TABLE, "last_started_at");
  static final Field<Long> FIRST_EVENT_AT = number(TABLE, "first_event_at");
  static final Field<Long> LAST_PRESENCE_AT = number(TABLE, "last_presence_at");
  static final Field<Long> BEGAN_AT = number(TABLE, "began_at");
  static final Field<Long> LAST_ACTIVITY_AT = number(TABLE, "last_activity_at");
  static final Field<Integer> OPEN_CYCLES = count(TABLE, "open_cycles");
  static final Field<Integer> REPORTED_CYCLES = count(TABLE, "reported_cycles");
  static final Field<Integer> INFERRED_CYCLES = count(TABLE, "inferred_cycles");
  static final Field<Integer> ATTEMPTS = count(TABLE, "attempts");
  static final Field<Long> EVENT_COUNT = number(TABLE, "event_count");
  static final Field<Long> POLL_COUNT = number(TABLE, "poll_count");
  static final Field<Boolean> PURGED = flag(TABLE, "purged");
  static final Field<Long> VERSION = number(TABLE, "version");
  static final Field<Long> SETTLED_VERSION = number(TABLE, "settled_version");

  private RoomTable() {}
}
