/**
 * Events to join/leave cycles: what is known of each connection and when it began and ended (R1 to
 * R10).
 */
@NullMarked
package dev.attendance.cycle;

import org.jspecify.annotations.NullMarked;
