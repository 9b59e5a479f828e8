/**
 * The storage ports on jOOQ, for H2 and PostgreSQL. Begin at {@link dev.attendance.jooq.JooqStore}.
 */
@NullMarked
package dev.attendance.jooq;

import org.jspecify.annotations.NullMarked;
