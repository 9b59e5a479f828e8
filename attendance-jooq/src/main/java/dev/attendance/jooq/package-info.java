/**
 * The storage ports on jOOQ, for H2, PostgreSQL, MariaDB and MySQL. Begin at {@link
 * dev.attendance.jooq.JooqStore}.
 */
@NullMarked
package dev.attendance.jooq;

import org.jspecify.annotations.NullMarked;
