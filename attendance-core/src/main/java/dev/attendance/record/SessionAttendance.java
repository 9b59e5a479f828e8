package dev.attendance.record;

import java.util.List;

/**
 * The attendance of a session as of one instant, with what it rests on.
 *
 * @param summary the session
 * @param settleable whether it could be settled as it stands (R22)
 * @param records one for each person who came or was expected, in the order of their ids
 * @param cycles the cycles of the session, counted or not, by their best start
 * @param attempts the connections that never came up, by time
 */
public record SessionAttendance(
    SessionSummary summary,
    boolean settleable,
    List<AttendanceRecord> records,
    List<PersonCycle> cycles,
    List<PersonAttempt> attempts) {

  /** Copies the lists. */
  public SessionAttendance {
    records = List.copyOf(records);
    cycles = List.copyOf(cycles);
    attempts = List.copyOf(attempts);
  }

  /**
   * {@return the same with another summary}
   *
   * @param other the summary to put in
   */
  public SessionAttendance withSummary(SessionSummary other) {
    return new SessionAttendance(other, settleable, records, cycles, attempts);
  }
}
