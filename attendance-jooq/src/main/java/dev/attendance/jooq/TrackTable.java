package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.number;
import static dev.attendance.jooq.Schema.table;
import static dev.attendance.jooq.Schema.text;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** What is known of each track. Its columns are explained in the schema scripts. */
final class TrackTable {

  static final Table<Record> TABLE = table("attendance_track");

  static final Field<String> ROOM_SID = text(TABLE, "room_sid");
  static final Field<String> PARTICIPANT_SID = text(TABLE, "participant_sid");
  static final Field<String> TRACK_SID = text(TABLE, "track_sid");
  static final Field<String> TRACK_SOURCE = text(TABLE, "track_source");
  static final Field<Long> PUBLISHED_AT = number(TABLE, "published_at");
  static final Field<Long> UNPUBLISHED_AT = number(TABLE, "unpublished_at");

  private TrackTable() {}
}
