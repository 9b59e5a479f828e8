/** Attendance as it is reported. */
@NullMarked
package dev.attendance.report;

import org.jspecify.annotations.NullMarked;
