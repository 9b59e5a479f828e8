package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.number;
import static dev.attendance.jooq.Schema.table;
import static dev.attendance.jooq.Schema.text;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Which sessions are noted as to settle. Its columns are explained in the schema scripts. */
final class SessionToSettleTable {

  static final Table<Record> TABLE = table("attendance_session_to_settle");

  static final Field<String> SESSION_ID = text(TABLE, "session_id");
  static final Field<Long> NOTE = number(TABLE, "note");
  static final Field<Long> DUE_AT = number(TABLE, "due_at");

  private SessionToSettleTable() {}
}
