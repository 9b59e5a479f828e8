package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.table;
import static dev.attendance.jooq.Schema.text;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Which corrections are still to be spread. Its columns are explained in the schema scripts. */
final class CorrectionToSpreadTable {

  static final Table<Record> TABLE = table("attendance_correction_to_spread");

  static final Field<String> CORRECTION_ID = text(TABLE, "correction_id");

  private CorrectionToSpreadTable() {}
}
