package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.number;
import static dev.attendance.jooq.Schema.table;
import static dev.attendance.jooq.Schema.text;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The plans of sessions. Its columns are explained in the schema scripts. */
final class PlanTable {

  static final Table<Record> TABLE = table("attendance_plan");

  static final Field<String> SESSION_ID = text(TABLE, "session_id");
  static final Field<String> TITLE = text(TABLE, "title");
  static final Field<Long> WINDOW_START = number(TABLE, "window_start");
  static final Field<Long> WINDOW_END = number(TABLE, "window_end");

  private PlanTable() {}
}
