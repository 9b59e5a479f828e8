package dev.attendance.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tables in the application's database.
 *
 * @param create Whether to create missing tables at start. Leave it off where Flyway or another
 *     tool runs the library's scripts.
 * @param validate Whether to compare the tables with the library's scripts at start, and not to
 *     start if they differ.
 * @param prefix What the name of every table begins with. The scripts in the jar, and so Flyway,
 *     know the default only.
 * @param name Name of the schema that has the tables; it must be there. Without it, the one of the
 *     connection, as it has to be on MariaDB and MySQL.
 */
record SchemaProperties(
    @DefaultValue("false") boolean create,
    @DefaultValue("true") boolean validate,
    @DefaultValue("attendance_") String prefix,
    @Nullable String name) {}
