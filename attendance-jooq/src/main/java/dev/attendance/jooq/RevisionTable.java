package dev.attendance.jooq;

import static dev.attendance.jooq.Schema.count;
import static dev.attendance.jooq.Schema.flag;
import static dev.attendance.jooq.Schema.number;
import static dev.attendance.jooq.Schema.table;
import static dev.attendance.jooq.Schema.text;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** What was settled about sessions. Its columns are explained in the schema scripts. */
final class RevisionTable {

  static final Table<Record> TABLE = table("attendance_revision");

  static final Field<String> SESSION_ID = text(TABLE, "session_id");
  static final Field<Integer> REVISION = count(TABLE, "revision");
  static final Field<Long> SETTLED_AT = number(TABLE, "settled_at");
  static final Field<String> CAUSES = text(TABLE, "causes");
  static final Field<String> CLAIM_DIGEST = text(TABLE, "claim_digest");
  static final Field<String> PLAN_DIGEST = text(TABLE, "plan_digest");
  static final Field<String> CORRECTIONS_DIGEST = text(TABLE, "corrections_digest");
  static final Field<String> BEARING_DIGEST = text(TABLE, "bearing_digest");
  static final Field<String> BLIND_SPOTS_DIGEST = text(TABLE, "blind_spots_digest");
  static final Field<String> TITLE = text(TABLE, "title");
  static final Field<Boolean> PLANNED = flag(TABLE, "planned");
  static final Field<String> SESSION_STATE = text(TABLE, "session_state");
  static final Field<Long> SPAN_START = number(TABLE, "span_start");
  static final Field<Long> SPAN_END = number(TABLE, "span_end");
  static final Field<Long> WINDOW_MILLIS = number(TABLE, "window_millis");
  static final Field<String> POLICY_NAME = text(TABLE, "policy_name");
  static final Field<Integer> POLICY_VERSION = count(TABLE, "policy_version");
  static final Field<Boolean> TOOK_PLACE = flag(TABLE, "took_place");
  static final Field<Integer> PEAK = count(TABLE, "peak");
  static final Field<Long> PERSON_TIME = number(TABLE, "person_time");
  static final Field<Long> HOST_PRESENT = number(TABLE, "host_present");
  static final Field<Long> BLIND_MILLIS = number(TABLE, "blind_millis");

  private RevisionTable() {}
}
