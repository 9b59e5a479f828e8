/** The store ports on jOOQ. */
@NullMarked
package dev.attendance.jooq;

import org.jspecify.annotations.NullMarked;
