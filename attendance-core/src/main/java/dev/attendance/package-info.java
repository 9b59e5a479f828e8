/** The facade: build an {@link dev.attendance.Attendance}, record events, read attendance, run the jobs. */
@NullMarked
package dev.attendance;

import org.jspecify.annotations.NullMarked;
