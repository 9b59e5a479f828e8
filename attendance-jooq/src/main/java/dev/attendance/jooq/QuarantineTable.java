package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.bytes;
import static dev.attendance.jooq.Schema.number;
import static dev.attendance.jooq.Schema.table;
import static dev.attendance.jooq.Schema.text;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Bodies that could not be decoded. Its columns are explained in the schema scripts. */
final class QuarantineTable {

  static final Table<Record> TABLE = table("attendance_quarantine");

  static final Field<String> SOURCE = text(TABLE, "source");
  static final Field<String> DIGEST = text(TABLE, "digest");
  static final Field<Long> RECEIVED_AT = number(TABLE, "received_at");
  static final Field<String> REASON = text(TABLE, "reason");
  static final Field<byte[]> BODY = bytes(TABLE, "body");

  private QuarantineTable() {}
}
