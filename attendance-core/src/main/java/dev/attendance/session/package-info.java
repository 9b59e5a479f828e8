/**
 * The lesson, class or call that attendance is taken of, its roster, and who its participants are.
 */
@NullMarked
package dev.attendance.session;

import org.jspecify.annotations.NullMarked;
