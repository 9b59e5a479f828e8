package dev.attendance.record;

import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Decides somebody's status in a session, before, during or after it. It shows at once and holds
 * whatever the facts give, which stays visible beside it. To excuse somebody is to set {@link
 * AttendanceStatus#EXCUSED} (R19).
 *
 * @param header who decided, when and why
 * @param session the session
 * @param person who
 * @param status {@code PRESENT}, {@code PARTIAL}, {@code ABSENT} or {@code EXCUSED}
 */
public record StatusSet(
    CorrectionHeader header, SessionId session, PersonId person, AttendanceStatus status)
    implements SessionCorrection {

  private static final Set<AttendanceStatus> DECIDABLE =
      EnumSet.of(
          AttendanceStatus.PRESENT,
          AttendanceStatus.PARTIAL,
          AttendanceStatus.ABSENT,
          AttendanceStatus.EXCUSED);

  /**
   * Checks the status.
   *
   * @throws IllegalArgumentException if it is none that a person can decide on
   */
  public StatusSet {
    if (!DECIDABLE.contains(status)) {
      throw new IllegalArgumentException(
          "correction status: must be one of " + DECIDABLE + ", was " + status);
    }
  }

  @Override
  public CorrectionKind kind() {
    return CorrectionKind.STATUS_SET;
  }

  @Override
  public List<PersonId> persons() {
    return List.of(person);
  }

  /** Who decided, when and why, as it is shown beside the status. */
  StatusDecision decision() {
    return new StatusDecision(header.id(), header.madeBy(), header.madeAt(), header.reason());
  }
}
