package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.flag;
import static dev.attendance.jooq.Schema.number;
import static dev.attendance.jooq.Schema.table;
import static dev.attendance.jooq.Schema.text;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** What is known of each connection. Its columns are explained in the schema scripts. */
final class CycleTable {

  static final Table<Record> TABLE = table("attendance_cycle");

  static final Field<String> ROOM_SID = text(TABLE, "room_sid");
  static final Field<String> PARTICIPANT_SID = text(TABLE, "participant_sid");
  static final Field<String> IDENTITY = text(TABLE, "identity");
  static final Field<String> PARTICIPANT_NAME = text(TABLE, "participant_name");
  static final Field<String> PARTICIPANT_KIND = text(TABLE, "participant_kind");
  static final Field<Boolean> HIDDEN = flag(TABLE, "hidden");
  static final Field<Boolean> RECORDER = flag(TABLE, "recorder");
  static final Field<Long> PROFILE_AS_OF = number(TABLE, "profile_as_of");
  static final Field<Long> JOINED_AT_MILLIS = number(TABLE, "joined_at_millis");
  static final Field<Long> JOINED_AT_SECOND = number(TABLE, "joined_at_second");
  static final Field<Long> JOINED_EVENT_AT = number(TABLE, "joined_event_at");
  static final Field<Long> LEFT_AT = number(TABLE, "left_at");
  static final Field<String> LEFT_REASON = text(TABLE, "left_reason");
  static final Field<Long> ABORTED_AT = number(TABLE, "aborted_at");
  static final Field<String> ABORTED_REASON = text(TABLE, "aborted_reason");
  static final Field<Long> FIRST_TRACK_AT = number(TABLE, "first_track_at");
  static final Field<Long> LAST_PUBLISHED_AT = number(TABLE, "last_published_at");
  static final Field<Long> LAST_UNPUBLISHED_AT = number(TABLE, "last_unpublished_at");
  static final Field<Long> FIRST_LISTED_AT = number(TABLE, "first_listed_at");
  static final Field<Long> LAST_LISTED_AT = number(TABLE, "last_listed_at");
  static final Field<String> STANDING = text(TABLE, "standing");

  private CycleTable() {}
}
