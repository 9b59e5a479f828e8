package dev.attendance.store;

import dev.attendance.cycle.CycleFacts;
import dev.attendance.cycle.CycleStanding;

/**
 * A cycle as a store keeps it.
 *
 * @param facts all that is known of it
 * @param standing where it stands, by these facts and those of its room
 */
public record FoldedCycle(CycleFacts facts, CycleStanding standing) {}
