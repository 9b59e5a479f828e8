package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.flag;
import static dev.attendance.jooq.Schema.number;
import static dev.attendance.jooq.Schema.table;
import static dev.attendance.jooq.Schema.text;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The rooms that plans use. Its columns are explained in the schema scripts. */
final class PlanRoomTable {

  static final Table<Record> TABLE = table("attendance_plan_room");

  static final Field<String> ROOM_NAME = text(TABLE, "room_name");
  static final Field<Long> WINDOW_START = number(TABLE, "window_start");
  static final Field<Long> WINDOW_END = number(TABLE, "window_end");
  static final Field<String> SESSION_ID = text(TABLE, "session_id");
  static final Field<Boolean> BREAKOUT = flag(TABLE, "breakout");

  private PlanRoomTable() {}
}
