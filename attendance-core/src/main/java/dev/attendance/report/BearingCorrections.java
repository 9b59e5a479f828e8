package dev.attendance.report;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionEntry;
import dev.attendance.record.Corrections;
import dev.attendance.record.SessionAttendance;
import dev.attendance.session.PersonId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The corrections that bear on a session: all of its own, and the merges of its people. */
final class BearingCorrections {

  private BearingCorrections() {}

  /** In the order in which they apply. */
  static List<CorrectionEntry> of(SessionAttendance attendance) {
    Corrections corrections = attendance.corrections();
    Set<PersonId> people =
        attendance.records().stream().map(AttendanceRecord::person).collect(Collectors.toSet());
    Set<Correction> theirs = new HashSet<>();
    for (CorrectionEntry entry : corrections.entries(people)) {
      theirs.add(entry.correction());
      entry.withdrawal().ifPresent(theirs::add);
    }
    return corrections.entries().stream()
        .filter(
            entry -> entry.correction().scope().isPresent() || theirs.contains(entry.correction()))
        .toList();
  }
}
