package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.flag;
import static dev.attendance.jooq.Schema.number;
import static dev.attendance.jooq.Schema.table;
import static dev.attendance.jooq.Schema.text;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The log. Its columns are explained in the schema scripts. */
final class EventTable {

  static final Table<Record> TABLE = table("attendance_event");

  static final Field<String> ROOM_SID = text(TABLE, "room_sid");
  static final Field<String> SOURCE = text(TABLE, "source");
  static final Field<String> EVENT_ID = text(TABLE, "event_id");
  static final Field<String> KIND = text(TABLE, "kind");
  static final Field<Long> OCCURRED_AT = number(TABLE, "occurred_at");
  static final Field<Long> RECEIVED_AT = number(TABLE, "received_at");
  static final Field<String> ROOM_NAME = text(TABLE, "room_name");
  static final Field<Long> ROOM_CREATED_AT = number(TABLE, "room_created_at");
  static final Field<String> PARTICIPANT_SID = text(TABLE, "participant_sid");
  static final Field<String> IDENTITY = text(TABLE, "identity");
  static final Field<String> PARTICIPANT_NAME = text(TABLE, "participant_name");
  static final Field<String> PARTICIPANT_KIND = text(TABLE, "participant_kind");
  static final Field<Boolean> HIDDEN = flag(TABLE, "hidden");
  static final Field<Boolean> RECORDER = flag(TABLE, "recorder");
  static final Field<Long> JOINED_AT = number(TABLE, "joined_at");
  static final Field<Boolean> JOINED_AT_EXACT = flag(TABLE, "joined_at_exact");
  static final Field<String> DISCONNECT_REASON = text(TABLE, "disconnect_reason");
  static final Field<String> TRACK_SID = text(TABLE, "track_sid");
  static final Field<String> TRACK_SOURCE = text(TABLE, "track_source");

  private EventTable() {}
}
