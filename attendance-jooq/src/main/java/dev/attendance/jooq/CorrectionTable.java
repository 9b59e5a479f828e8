package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.number;
import static dev.attendance.jooq.Schema.table;
import static dev.attendance.jooq.Schema.text;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** What people decided. Its columns are explained in the schema scripts. */
final class CorrectionTable {

  static final Table<Record> TABLE = table("attendance_correction");

  static final Field<String> SESSION_ID = text(TABLE, "session_id");
  static final Field<String> CORRECTION_ID = text(TABLE, "correction_id");
  static final Field<String> KIND = text(TABLE, "kind");
  static final Field<Long> MADE_AT = number(TABLE, "made_at");
  static final Field<String> MADE_BY = text(TABLE, "made_by");
  static final Field<String> REASON = text(TABLE, "reason");
  static final Field<String> PERSON_ID = text(TABLE, "person_id");
  static final Field<String> OTHER_PERSON = text(TABLE, "other_person");
  static final Field<Long> STARTS_AT = number(TABLE, "starts_at");
  static final Field<Long> ENDS_AT = number(TABLE, "ends_at");
  static final Field<String> STATUS = text(TABLE, "status");
  static final Field<String> POLICY = text(TABLE, "policy");
  static final Field<String> WITHDRAWN_ID = text(TABLE, "withdrawn_id");

  private CorrectionTable() {}
}
