package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.count;
import static dev.attendance.jooq.Schema.number;
import static dev.attendance.jooq.Schema.table;
import static dev.attendance.jooq.Schema.text;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Who is expected in planned sessions. Its columns are explained in the schema scripts. */
final class RosterTable {

  static final Table<Record> TABLE = table("attendance_roster");

  static final Field<String> SESSION_ID = text(TABLE, "session_id");
  static final Field<Integer> ORDINAL = count(TABLE, "ordinal");
  static final Field<String> PERSON_ID = text(TABLE, "person_id");
  static final Field<String> PERSON_NAME = text(TABLE, "person_name");
  static final Field<String> EMAIL = text(TABLE, "email");
  static final Field<String> ROLE = text(TABLE, "role");
  static final Field<Long> ENROLLED_FROM = number(TABLE, "enrolled_from");
  static final Field<Long> ENROLLED_TO = number(TABLE, "enrolled_to");

  private RosterTable() {}
}
