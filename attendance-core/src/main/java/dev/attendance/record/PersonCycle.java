package dev.attendance.record;

import dev.attendance.cycle.Cycle;
import dev.attendance.session.PersonId;

/**
 * A cycle and whom it stands for.
 *
 * @param person who
 * @param counting whether it counts as presence and, if not, why
 * @param cycle the cycle, with the evidence of its start and end
 */
public record PersonCycle(PersonId person, Counting counting, Cycle cycle) {

  /** {@return whether it counts as presence} */
  public boolean counts() {
    return counting == Counting.COUNTED;
  }
}
