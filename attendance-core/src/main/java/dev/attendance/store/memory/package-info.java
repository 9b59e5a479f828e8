/** A store that keeps everything in memory: for tests, trials and embedders who keep nothing. */
@NullMarked
package dev.attendance.store.memory;

import org.jspecify.annotations.NullMarked;
