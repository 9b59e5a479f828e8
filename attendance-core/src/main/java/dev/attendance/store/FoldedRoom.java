package dev.attendance.store;

import dev.attendance.cycle.RoomFacts;

/**
 * A room instance as a store keeps it.
 *
 * @param facts what is known of it
 * @param version how often it was saved; it grows with every fold
 * @param openCycles how many of its cycles are {@code OPEN}
 * @param inferredCycles how many of its cycles are {@code INFERRED}
 * @param events how many events of its log have gone into it, polls left out
 * @param polls how many polls have
 * @param purged whether its log and all that was folded were deleted, but for {@code facts}
 */
public record FoldedRoom(
    RoomFacts facts,
    long version,
    long openCycles,
    long inferredCycles,
    long events,
    long polls,
    boolean purged) {}
