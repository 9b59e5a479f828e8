package dev.attendance.jooq.scale;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * A database after fifty thousand sessions, each of one room instance with five persons and twenty
 * events, all settled; made within the database. One more room has had as many persons as a big
 * event.
 */
final class MillionEvents {

  static final int ROOMS = 50_000;

  /** The room instance with many persons. */
  static final String BIG_ROOM = "RM_BIG";

  private static final int BIG = 4_000;

  /** When room instance number 0 began. Each next one begins a minute later. */
  static final long START = 1_700_000_000_000L;

  private static final String AT = START + " + n * 60000::bigint";

  /** Read by the name of their first column; more than a few thousand rows each. */
  static final Set<String> BIG_TABLES =
      Set.of(
          "attendance_event",
          "attendance_room",
          "attendance_cycle",
          "attendance_track",
          "attendance_mark",
          "attendance_revision",
          "attendance_revision_room",
          "attendance_record",
          "attendance_correction",
          "attendance_plan",
          "attendance_plan_room",
          "attendance_roster");

  private MillionEvents() {}

  static void fill(DSLContext open) {
    rows(open, "attendance_event", "generate_series(1, 20) as k", columnsOfEvents());
    rows(
        open,
        "attendance_cycle",
        "generate_series(1, 5) as k",
        cycle("'RM_' || n", "'PA_' || n || '_' || k", "'P_' || (n * 5 + k) % 10000"));
    open.execute(
        insert("attendance_cycle", cycle("'" + BIG_ROOM + "'", "'PA_' || n", "'B_' || n"))
            + " from generate_series(1, "
            + BIG
            + ") as n");
    rows(
        open,
        "attendance_track",
        "generate_series(1, 5) as k",
        Map.of(
            "room_sid", "'RM_' || n",
            "participant_sid", "'PA_' || n || '_' || k",
            "track_sid", "'TR_' || k",
            "track_source", "'CAMERA'",
            "published_at", AT,
            "unpublished_at", "0"));
    rows(
        open,
        "attendance_mark",
        "generate_series(1, 3) as k",
        Map.of(
            "room_sid",
            "'RM_' || n",
            "kind",
            "case when k = 3 then 'FINISHED' else 'POLLED' end",
            "marked_at",
            AT + " + k * 1000",
            "answered_at",
            AT + " + k * 1000"));
    rows(open, "attendance_room", "generate_series(1, 1) as k", room("'RM_' || n"));
    open.execute(
        insert("attendance_room", room("'" + BIG_ROOM + "'"))
            + " from generate_series("
            + (ROOMS + 1)
            + ", "
            + (ROOMS + 1)
            + ") as n");
    rows(open, "attendance_revision", "generate_series(1, 1) as k", revision());
    rows(
        open,
        "attendance_revision_room",
        "generate_series(1, 1) as k",
        Map.of(
            "session_id", "'RM_' || n",
            "revision", "1",
            "ordinal", "0",
            "room_sid", "'RM_' || n",
            "event_count", "20",
            "poll_count", "0"));
    rows(open, "attendance_record", "generate_series(1, 5) as k", record());
    rows(
        open,
        "attendance_correction",
        "generate_series(1, 1) as k",
        Map.of(
            "session_id", "'RM_' || n",
            "correction_id", "'c'",
            "kind", "'STATUS_SET'",
            "made_at", AT,
            "made_by", "'teacher'",
            "reason", "'seen'",
            "person_id", "'P_' || (n * 5 + 1) % 10000",
            "status", "'PRESENT'"));
    rows(
        open,
        "attendance_plan",
        "generate_series(1, 1) as k",
        Map.of(
            "session_id",
            "'S_' || n",
            "title",
            "''",
            "window_start",
            AT,
            "window_end",
            AT + " + 1000"));
    rows(
        open,
        "attendance_plan_room",
        "generate_series(1, 1) as k",
        Map.of(
            "session_id", "'S_' || n",
            "room_name", "'planned ' || n % 5000",
            "window_start", AT,
            "window_end", AT + " + 1000",
            "breakout", "false"));
    rows(
        open,
        "attendance_roster",
        "generate_series(1, 5) as k",
        Map.of(
            "session_id", "'S_' || n",
            "ordinal", "k",
            "person_id", "'P_' || (n * 5 + k) % 10000",
            "person_name", "''",
            "role", "'PARTICIPANT'"));
    open.execute("analyze");
  }

  private static void rows(DSLContext open, String table, String each, Map<String, String> row) {
    open.execute(
        insert(table, row) + " from generate_series(1, " + ROOMS + ") as n cross join " + each);
  }

  private static String insert(String table, Map<String, String> row) {
    List<String> names = row.keySet().stream().sorted().toList();
    return "insert into "
        + table
        + " ("
        + String.join(", ", names)
        + ") select "
        + names.stream().map(row::get).collect(Collectors.joining(", "));
  }

  private static Map<String, String> columnsOfEvents() {
    return Map.ofEntries(
        Map.entry("room_sid", "'RM_' || n"),
        Map.entry("source", "'livekit'"),
        Map.entry("event_id", "'EV_' || n || '_' || k"),
        Map.entry(
            "kind", "case when k % 2 = 0 then 'PARTICIPANT_LEFT' else 'PARTICIPANT_JOINED' end"),
        Map.entry("occurred_at", AT + " + k * 1000"),
        Map.entry("received_at", AT + " + k * 1000"),
        Map.entry("room_name", "'class ' || n % 5000"),
        Map.entry("participant_sid", "'PA_' || n || '_' || 1 + k % 5"),
        Map.entry("identity", "'P_' || (n * 5 + 1 + k % 5) % 10000"),
        Map.entry("participant_name", "''"),
        Map.entry("participant_kind", "'STANDARD'"),
        Map.entry("hidden", "false"),
        Map.entry("recorder", "false"),
        Map.entry("disconnect_reason", "case when k % 2 = 0 then 'CLIENT_INITIATED' end"));
  }

  private static Map<String, String> cycle(String room, String connection, String identity) {
    return Map.ofEntries(
        Map.entry("room_sid", room),
        Map.entry("participant_sid", connection),
        Map.entry("identity", identity),
        Map.entry("participant_name", "''"),
        Map.entry("participant_kind", "'STANDARD'"),
        Map.entry("hidden", "false"),
        Map.entry("recorder", "false"),
        Map.entry("profile_as_of", AT),
        Map.entry("joined_at_millis", AT),
        Map.entry("joined_at_second", "0"),
        Map.entry("joined_event_at", AT),
        Map.entry("left_at", AT + " + 50000"),
        Map.entry("left_reason", "'CLIENT_INITIATED'"),
        Map.entry("first_track_at", "0"),
        Map.entry("last_published_at", "0"),
        Map.entry("last_unpublished_at", "0"),
        Map.entry("first_listed_at", "0"),
        Map.entry("last_listed_at", "0"),
        Map.entry("standing", "'REPORTED'"));
  }

  private static Map<String, String> room(String sid) {
    return Map.ofEntries(
        Map.entry("room_sid", sid),
        Map.entry("room_name", "'class ' || n % 5000"),
        Map.entry("created_at", AT),
        Map.entry("last_started_at", AT),
        Map.entry("first_event_at", AT),
        Map.entry("last_presence_at", AT + " + 50000"),
        Map.entry("began_at", AT),
        Map.entry("last_activity_at", AT + " + 50000"),
        Map.entry("open_cycles", "0"),
        Map.entry("reported_cycles", "5"),
        Map.entry("inferred_cycles", "0"),
        Map.entry("attempts", "0"),
        Map.entry("event_count", "20"),
        Map.entry("poll_count", "0"),
        Map.entry("purged", "false"),
        Map.entry("version", "1"),
        Map.entry("settled_version", "1"));
  }

  private static Map<String, String> revision() {
    return Map.ofEntries(
        Map.entry("session_id", "'RM_' || n"),
        Map.entry("revision", "1"),
        Map.entry("settled_at", AT + " + 60000"),
        Map.entry("causes", "'FIRST'"),
        Map.entry("claim_digest", "'a'"),
        Map.entry("plan_digest", "'a'"),
        Map.entry("corrections_digest", "'a'"),
        Map.entry("bearing_digest", "'a'"),
        Map.entry("blind_spots_digest", "'a'"),
        Map.entry("title", "''"),
        Map.entry("planned", "false"),
        Map.entry("session_state", "'FINAL'"),
        Map.entry("span_start", AT),
        Map.entry("span_end", AT + " + 50000"),
        Map.entry("window_millis", "50000"),
        Map.entry("policy_name", "'standard'"),
        Map.entry("policy_version", "1"),
        Map.entry("took_place", "true"),
        Map.entry("peak", "5"),
        Map.entry("person_time", "250000"),
        Map.entry("host_present", "0"),
        Map.entry("blind_millis", "0"));
  }

  private static Map<String, String> record() {
    return new RecordColumns(AT).values();
  }

  /** By the names of the indexes, what each one sorts by first. */
  static Map<String, String> firstColumns(DSLContext open) {
    return open
        .resultQuery(
            "select indexrelid::regclass::text as index_name,"
                + " pg_get_indexdef(indexrelid, 1, true) as first_column from pg_index"
                + " where indexrelid::regclass::text like 'attendance%'")
        .fetch()
        .stream()
        .collect(
            Collectors.toMap(
                (Record row) -> row.get(0, String.class), row -> row.get(1, String.class)));
  }
}
