package dev.attendance;

import dev.attendance.store.CycleTotals;

/**
 * The counts that operators ask for.
 *
 * @param cycles cycles by where they stand
 * @param quarantined signed bodies that could not be decoded
 */
public record AttendanceTotals(CycleTotals cycles, long quarantined) {}
