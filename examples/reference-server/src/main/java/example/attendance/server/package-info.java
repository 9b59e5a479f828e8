/** The reference server. */
@NullMarked
package example.attendance.server;

import org.jspecify.annotations.NullMarked;
