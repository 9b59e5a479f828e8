package dev.attendance.jooq;

/**
 * One step of the schema.
 *
 * @param version from 1 up; scripts run in this order
 * @param path where it lies in the jar, for example {@code
 *     dev/attendance/jooq/schema/postgresql/V1__attendance.sql}
 * @param text its statements, each ended by a semicolon at the end of a line
 */
public record SchemaScript(int version, String path, String text) {}
