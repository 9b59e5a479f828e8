package dev.attendance.record;

import dev.attendance.cycle.Boundary;
import dev.attendance.time.IntervalSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * How one person's numbers came about (promise 5): the arithmetic and everything behind it.
 *
 * @param summary the session
 * @param policy what it is measured by
 * @param record the person's record
 * @param cycles the person's cycles, counted or not, by their best start
 * @param attempts the person's connections that never came up, by time
 * @param corrections what people corrected about the person, in the order in which it applies, with
 *     what no longer holds
 * @param blindSpots the times of which something may never have reached us (R21)
 * @param window the window that presence is measured against, as far as it is known (R13)
 * @param inDoubt when it is in doubt whether those were there who make the window, or anybody at
 *     all
 */
public record Explanation(
    SessionSummary summary,
    AttendancePolicy policy,
    AttendanceRecord record,
    List<PersonCycle> cycles,
    List<PersonAttempt> attempts,
    List<CorrectionEntry> corrections,
    IntervalSet blindSpots,
    Presence window,
    IntervalSet inDoubt) {

  /** Copies the lists. */
  public Explanation {
    cycles = List.copyOf(cycles);
    attempts = List.copyOf(attempts);
    corrections = List.copyOf(corrections);
  }

  /**
   * {@return the ends and starts whose uncertainty, if it were gone, would settle the status} Empty
   * unless the status is {@link AttendanceStatus#UNRESOLVED} (R20).
   */
  public List<Boundary> unsettled() {
    if (record.status() != AttendanceStatus.UNRESOLVED) {
      return List.of();
    }
    return cycles.stream()
        .filter(PersonCycle::counts)
        .map(PersonCycle::cycle)
        .flatMap(cycle -> Stream.of(cycle.start(), cycle.end()))
        .filter(boundary -> !boundary.isExact())
        .toList();
  }

  /**
   * {@return when it would settle the status to know whether the person was there unseen} Empty
   * unless the status is {@link AttendanceStatus#UNRESOLVED} (R20, R21).
   */
  public IntervalSet unsettledBlindSpots() {
    return record.status() == AttendanceStatus.UNRESOLVED ? blindSpots : IntervalSet.empty();
  }

  /**
   * {@return when it would settle the status to know whether those were there who make the window,
   * or anybody at all} Empty unless the status is {@link AttendanceStatus#UNRESOLVED} (R20).
   */
  public IntervalSet unsettledWindow() {
    return record.status() == AttendanceStatus.UNRESOLVED ? inDoubt : IntervalSet.empty();
  }
}
