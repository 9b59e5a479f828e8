package dev.attendance.spring;

import dev.attendance.cycle.OpenEnd;
import dev.attendance.record.Breakouts;
import dev.attendance.record.Denominator;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How presence is measured and what it amounts to. Whoever changes it gives it a name or a version
 * of its own: both are stamped on every session.
 *
 * @param name Name of the policy.
 * @param version Version of the policy, from 1 up.
 * @param present How much presence makes a person present: a share of the window (75%), a time
 *     inside it (45m), or whichever is reached (75%/45m).
 * @param partial How much presence makes a person who is not present partially so, in the same
 *     form. 0% means any time at all.
 * @param lateAfter How late a person may come without being late.
 * @param leftEarlyBefore How long before the end a person may go without having left early.
 * @param denominator The window that presence is measured against.
 * @param reconnectGrace The longest gap that is bridged.
 * @param breakouts Whether presence in breakout rooms counts.
 * @param longestOpen How long a cycle may be open before it is taken to have ended.
 * @param openEnd Which value to take as the best one for an end that nobody reported.
 */
record PolicyProperties(
    @DefaultValue("standard") String name,
    @DefaultValue("1") int version,
    @DefaultValue("75%") String present,
    @DefaultValue("0%") String partial,
    @DefaultValue("5m") Duration lateAfter,
    @DefaultValue("5m") Duration leftEarlyBefore,
    @DefaultValue("scheduled") Denominator denominator,
    @DefaultValue("0s") Duration reconnectGrace,
    @DefaultValue("consolidated") Breakouts breakouts,
    @DefaultValue("12h") Duration longestOpen,
    @DefaultValue("latest") OpenEnd openEnd) {}
