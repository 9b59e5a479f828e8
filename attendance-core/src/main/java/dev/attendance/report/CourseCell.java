package dev.attendance.report;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;

/**
 * What a person has in a session of a course.
 *
 * @param record the person's record in the session's latest revision
 * @param counts whether it goes into the person's figures: the session took place, and the person
 *     was on its roster (R18). An excuse does too, but in no denominator (R19)
 */
public record CourseCell(AttendanceRecord record, boolean counts) {

  /**
   * {@return the status in a letter or two: {@code P} present, {@code L} present but late, {@code
   * PA} partially present, {@code A} absent, {@code E} excused, {@code U} unresolved}
   */
  public String code() {
    AttendanceStatus status = record.status();
    return switch (status) {
      case PRESENT -> record.late() ? "L" : "P";
      case PARTIAL -> "PA";
      case ABSENT -> "A";
      case EXCUSED -> "E";
      case UNRESOLVED, PENDING -> "U";
    };
  }
}
