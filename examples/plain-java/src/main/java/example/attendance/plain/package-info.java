/** The core in plain Java. */
@NullMarked
package example.attendance.plain;

import org.jspecify.annotations.NullMarked;
