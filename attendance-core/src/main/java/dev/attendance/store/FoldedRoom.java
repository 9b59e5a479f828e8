package dev.attendance.store;

import dev.attendance.cycle.RoomFacts;

/**
 * A room instance as a store keeps it.
 *
 * @param facts what is known of it
 * @param version how often it was saved; it grows with every fold
 */
public record FoldedRoom(RoomFacts facts, long version) {}
