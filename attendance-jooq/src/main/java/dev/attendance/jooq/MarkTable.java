package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.number;
import static dev.attendance.jooq.Schema.table;
import static dev.attendance.jooq.Schema.text;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * The instants of a room instance that bound open cycles. Its columns are explained in the schema
 * scripts.
 */
final class MarkTable {

  static final Table<Record> TABLE = table("attendance_mark");

  static final Field<String> ROOM_SID = text(TABLE, "room_sid");
  static final Field<String> KIND = text(TABLE, "kind");
  static final Field<Long> MARKED_AT = number(TABLE, "marked_at");
  static final Field<Long> ANSWERED_AT = number(TABLE, "answered_at");

  private MarkTable() {}
}
