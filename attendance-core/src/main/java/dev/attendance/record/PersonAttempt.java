package dev.attendance.record;

import dev.attendance.cycle.Attempt;
import dev.attendance.session.PersonId;

/**
 * An attempt to connect and whom it stands for (R6).
 *
 * @param person who
 * @param attempt the connection that never came up
 */
public record PersonAttempt(PersonId person, Attempt attempt) {}
