package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.count;
import static dev.attendance.jooq.Schema.flag;
import static dev.attendance.jooq.Schema.number;
import static dev.attendance.jooq.Schema.table;
import static dev.attendance.jooq.Schema.text;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The persons of revisions. Its columns are explained in the schema scripts. */
final class RecordTable {

  static final Table<Record> TABLE = table("attendance_record");

  static final Field<String> SESSION_ID = text(TABLE, "session_id");
  static final Field<Integer> REVISION = count(TABLE, "revision");
  static final Field<Integer> ORDINAL = count(TABLE, "ordinal");
  static final Field<String> PERSON_ID = text(TABLE, "person_id");
  static final Field<String> PERSON_NAME = text(TABLE, "person_name");
  static final Field<Boolean> EXPECTED = flag(TABLE, "expected");
  static final Field<String> STATUS = text(TABLE, "status");
  static final Field<Long> COUNTED_AT_LEAST = number(TABLE, "counted_at_least");
  static final Field<Long> COUNTED_BEST = number(TABLE, "counted_best");
  static final Field<Long> COUNTED_AT_MOST = number(TABLE, "counted_at_most");
  static final Field<Long> WINDOW_MILLIS = number(TABLE, "window_millis");
  static final Field<Long> BRIDGED_AT_LEAST = number(TABLE, "bridged_at_least");
  static final Field<Long> BRIDGED_BEST = number(TABLE, "bridged_best");
  static final Field<Long> BRIDGED_AT_MOST = number(TABLE, "bridged_at_most");
  static final Field<Long> UNCLIPPED_AT_LEAST = number(TABLE, "unclipped_at_least");
  static final Field<Long> UNCLIPPED_BEST = number(TABLE, "unclipped_best");
  static final Field<Long> UNCLIPPED_AT_MOST = number(TABLE, "unclipped_at_most");
  static final Field<Long> FIRST_JOIN = number(TABLE, "first_join");
  static final Field<Long> LAST_LEAVE = number(TABLE, "last_leave");
  static final Field<Long> LATE_BY = number(TABLE, "late_by");
  static final Field<Long> LEFT_EARLY_BY = number(TABLE, "left_early_by");
  static final Field<Integer> CYCLES = count(TABLE, "cycles");
  static final Field<Integer> ATTEMPTS = count(TABLE, "attempts");
  static final Field<String> EMAIL = text(TABLE, "email");
  static final Field<String> ROLE = text(TABLE, "role");
  static final Field<String> COMPUTED = text(TABLE, "computed");
  static final Field<String> DECISION_ID = text(TABLE, "decision_id");
  static final Field<String> DECIDED_BY = text(TABLE, "decided_by");
  static final Field<Long> DECIDED_AT = number(TABLE, "decided_at");
  static final Field<String> DECISION_REASON = text(TABLE, "decision_reason");
  static final Field<Long> UNCORRECTED_AT_LEAST = number(TABLE, "uncorrected_at_least");
  static final Field<Long> UNCORRECTED_BEST = number(TABLE, "uncorrected_best");
  static final Field<Long> UNCORRECTED_AT_MOST = number(TABLE, "uncorrected_at_most");
  static final Field<Boolean> LATE = flag(TABLE, "late");
  static final Field<Boolean> LEFT_EARLY = flag(TABLE, "left_early");
  static final Field<Long> LONGEST_GAP = number(TABLE, "longest_gap");
  static final Field<Integer> DEVICES = count(TABLE, "devices");
  static final Field<Long> WITH_HOST = number(TABLE, "with_host");
  static final Field<Long> ALONE = number(TABLE, "alone");
  static final Field<Long> MICROPHONE = number(TABLE, "microphone");
  static final Field<Long> CAMERA = number(TABLE, "camera");
  static final Field<Long> SCREEN_SHARE = number(TABLE, "screen_share");

  private RecordTable() {}
}
