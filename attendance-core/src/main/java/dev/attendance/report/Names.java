package dev.attendance.report;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.PersonCycle;
import dev.attendance.record.SessionAttendance;
import java.util.Map;
import java.util.stream.Collectors;

/** What reports call people: as the record does, else by the display name of the connection. */
final class Names {

  private Names() {}

  /** By the ids of the persons. */
  static Map<String, String> of(SessionAttendance attendance) {
    return attendance.records().stream()
        .collect(Collectors.toMap(record -> record.person().value(), AttendanceRecord::name));
  }

  static String of(PersonCycle cycle, Map<String, String> names) {
    return names.getOrDefault(cycle.person().value(), cycle.cycle().profile().name());
  }
}
