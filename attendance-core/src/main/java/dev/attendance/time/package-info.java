/** Half-open intervals in milliseconds, sets of them, and durations known only between bounds. */
@NullMarked
package dev.attendance.time;

import org.jspecify.annotations.NullMarked;
