/** Cycles to presence and presence to status, measured against a policy (R11 to R22). */
@NullMarked
package dev.attendance.record;

import org.jspecify.annotations.NullMarked;
