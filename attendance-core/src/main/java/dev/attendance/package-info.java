/** The facade. */
@NullMarked
package dev.attendance;

import org.jspecify.annotations.NullMarked;
