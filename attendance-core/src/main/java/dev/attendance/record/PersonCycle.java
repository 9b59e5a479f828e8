package dev.attendance.record;

import dev.attendance.cycle.Cycle;
import dev.attendance.session.PersonId;

/**
 * A cycle and whom it stands for.
 *
 * @param person who
 * @param counts whether it counts as presence (R10)
 * @param cycle the cycle, with the evidence of its start and end
 */
public record PersonCycle(PersonId person, boolean counts, Cycle cycle) {}
