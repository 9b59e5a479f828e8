package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.number;
import static dev.attendance.jooq.Schema.table;
import static dev.attendance.jooq.Schema.text;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** When nodes were up. Its columns are explained in the schema scripts. */
final class CoverageTable {

  static final Table<Record> TABLE = table("attendance_coverage");

  static final Field<String> NODE = text(TABLE, "node");
  static final Field<Long> BEGAN_AT = number(TABLE, "began_at");
  static final Field<Long> LAST_BEAT_AT = number(TABLE, "last_beat_at");

  private CoverageTable() {}
}
