package dev.attendance.jooq.scale;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a person's record, of session {@code n} and person {@code k}.
 *
 * @param at when the session was, as an expression
 */
record RecordColumns(String at) {

  private static final List<String> DURATIONS =
      List.of(
          "counted_at_least",
          "counted_best",
          "counted_at_most",
          "window_millis",
          "bridged_at_least",
          "bridged_best",
          "bridged_at_most",
          "unclipped_at_least",
          "unclipped_best",
          "unclipped_at_most");

  private static final List<String> ZEROS =
      List.of(
          "late_by",
          "left_early_by",
          "attempts",
          "longest_gap",
          "with_host",
          "alone",
          "microphone",
          "camera",
          "screen_share");

  Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    DURATIONS.forEach(name -> values.put(name, "50000"));
    ZEROS.forEach(name -> values.put(name, "0"));
    values.put("session_id", "'RM_' || n");
    values.put("revision", "1");
    values.put("ordinal", "k - 1");
    values.put("person_id", "'P_' || (n * 5 + k) % 10000");
    values.put("person_name", "''");
    values.put("expected", "false");
    values.put("status", "'PRESENT'");
    values.put("computed", "'PRESENT'");
    values.put("role", "'PARTICIPANT'");
    values.put("first_join", at);
    values.put("last_leave", at + " + 50000");
    values.put("cycles", "1");
    values.put("devices", "1");
    values.put("late", "false");
    values.put("left_early", "false");
    return values;
  }
}
