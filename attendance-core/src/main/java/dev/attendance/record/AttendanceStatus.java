package dev.attendance.record;

/** What presence amounts to under a policy (R16). Names are part of the stored format. */
public enum AttendanceStatus {
  /** There for as much of the window as the policy asks. */
  PRESENT,
  /** There, but for less. */
  PARTIAL,
  /** Expected and not there, or for too short a time to count (R18). */
  ABSENT,
  /** Excused by a person, with a reason (R19). */
  EXCUSED,
  /** What is known allows more than one status (R20). */
  UNRESOLVED,
  /** The session is not over. */
  PENDING
}
