package dev.attendance.record;

import dev.attendance.session.PersonId;
import java.util.List;
import java.util.Optional;

/**
 * What two revisions say of a person, where they differ.
 *
 * @param person who
 * @param before what the earlier one says; nothing if the person was added
 * @param after what the later one says; nothing if the person was removed
 */
public record PersonChange(
    PersonId person, Optional<AttendanceRecord> before, Optional<AttendanceRecord> after) {

  /**
   * {@return the fields that differ, in the order in which a record has them; none if the person
   * was added or removed}
   */
  public List<FieldChange> fields() {
    return before.isEmpty() || after.isEmpty()
        ? List.of()
        : FieldChange.between(AttendanceRecord.class, before.get(), after.get());
  }

  /** {@return the status in the earlier revision; nothing if the person was added} */
  public Optional<AttendanceStatus> statusBefore() {
    return before.map(AttendanceRecord::status);
  }

  /** {@return the status in the later revision; nothing if the person was removed} */
  public Optional<AttendanceStatus> statusAfter() {
    return after.map(AttendanceRecord::status);
  }
}
