package dev.attendance;

import dev.attendance.store.CycleTotals;

/**
 * The counts that operators ask for.
 *
 * @param cycles cycles by where they stand
 * @param quarantined signed bodies that could not be decoded
 * @param blindSpots how often no node was up for longer than a few heartbeats, since the first one
 */
public record AttendanceTotals(CycleTotals cycles, long quarantined, long blindSpots) {}
