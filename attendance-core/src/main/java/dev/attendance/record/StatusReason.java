package dev.attendance.record;

import java.time.Duration;

/**
 * Why a status is what it is, in a word: every absence can be explained. Names are part of the
 * exported formats.
 */
public enum StatusReason {
  /** The session is not over. */
  NOT_OVER("the session is not over"),
  /** A person decided it (promise 6). */
  DECIDED("a person decided it"),
  /** What is known allows more than one status (R20). */
  UNCERTAIN("what is known allows more than one status"),
  /** There for as much as the policy asks. */
  ENOUGH("was there for as much as the policy asks"),
  /** There, but for less. */
  TOO_LITTLE("was there, but for less than the policy asks"),
  /** There for too short a time to count. */
  TOO_SHORT("was there for too short a time to count"),
  /** There, but never inside the window (R13). */
  OUTSIDE_WINDOW("was there only outside of the window"),
  /** Every attempt to connect failed (R6). */
  ONLY_TRIED("tried to connect, and no connection came up"),
  /** No trace of the person. */
  NEVER_CAME("never came");

  private final String description;

  StatusReason(String description) {
    this.description = description;
  }

  /** {@return the same in words, for reports and explanations} */
  public String description() {
    return description;
  }

  /**
   * {@return why a record has its status}
   *
   * @param record the record
   */
  public static StatusReason of(AttendanceRecord record) {
    if (record.decision().isPresent()) {
      return DECIDED;
    }
    return switch (record.status()) {
      case PENDING -> NOT_OVER;
      case EXCUSED -> DECIDED;
      case UNRESOLVED -> UNCERTAIN;
      case PRESENT -> ENOUGH;
      case PARTIAL -> presence(record, TOO_LITTLE);
      case ABSENT -> presence(record, TOO_SHORT);
    };
  }

  private static StatusReason presence(AttendanceRecord record, StatusReason ifThere) {
    if (isSome(record.bridged().atMost())) {
      return ifThere;
    }
    if (isSome(record.unclipped().atMost())) {
      return OUTSIDE_WINDOW;
    }
    if (record.cycles() > 0) {
      return ifThere;
    }
    return record.attempts() > 0 ? ONLY_TRIED : NEVER_CAME;
  }

  private static boolean isSome(Duration duration) {
    return !duration.isZero();
  }
}
