/** What happened, as told by a meeting server or observed on it: immutable facts with their ids. */
@NullMarked
package dev.attendance.event;

import org.jspecify.annotations.NullMarked;
