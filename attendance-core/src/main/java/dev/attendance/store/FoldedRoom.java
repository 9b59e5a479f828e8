package dev.attendance.store;

import dev.attendance.cycle.RoomFacts;

/**
 * A room instance as a store keeps it.
 *
 * @param facts what is known of it
 * @param version how often it was saved; it grows with every fold
 * @param openCycles how many of its cycles are {@code OPEN}
 * @param inferredCycles how many of its cycles are {@code INFERRED}
 */
public record FoldedRoom(RoomFacts facts, long version, long openCycles, long inferredCycles) {}
