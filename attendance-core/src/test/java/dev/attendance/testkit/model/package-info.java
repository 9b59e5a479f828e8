/** Random use of a store, compared with the same use of the one in memory. Needs jqwik. */
@NullMarked
package dev.attendance.testkit.model;

import org.jspecify.annotations.NullMarked;
