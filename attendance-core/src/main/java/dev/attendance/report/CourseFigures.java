package dev.attendance.report;

import dev.attendance.time.Bounds;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * One person's figures in a course. All of them are of the same sessions: settled, took place, and
 * the person was on the roster; what is excused stands apart (R19).
 *
 * @param present how often present and in time
 * @param late how often present, but late
 * @param partial how often partially present
 * @param absent how often absent
 * @param unresolved how often the status is open
 * @param excused how often excused
 * @param upcoming in how many sessions that were not settled yet the person is expected
 * @param time how long the person was there, the excused sessions left out
 * @param window how long the sessions were, the excused ones left out
 */
public record CourseFigures(
    int present,
    int late,
    int partial,
    int absent,
    int unresolved,
    int excused,
    int upcoming,
    Bounds time,
    Duration window) {

  /** {@return how many sessions the percentage is of: excused ones are not among them (R19)} */
  public int counted() {
    return present + late + partial + absent + unresolved;
  }

  /** {@return in how many of those the person was present, late or not} */
  public int attended() {
    return present + late;
  }

  /**
   * {@return the share of the counted sessions in which the person was present, from 0 to 100;
   * nothing if none counts} What is unresolved does not count as present: it is at least so much.
   */
  public OptionalDouble percent() {
    return share(attended(), counted());
  }

  /**
   * {@return the share that the person can still reach, from 0 to 100: by being present in all that
   * is to come, and if all that is open turns out well; nothing if there is no session}
   */
  public OptionalDouble maxPossiblePercent() {
    return share(attended() + unresolved + upcoming, counted() + upcoming);
  }

  private static OptionalDouble share(int part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * part / whole);
  }
}
