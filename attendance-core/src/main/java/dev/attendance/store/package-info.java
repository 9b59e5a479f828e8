/** The storage ports. Every store passes the contract kit of the test support. */
@NullMarked
package dev.attendance.store;

import org.jspecify.annotations.NullMarked;
