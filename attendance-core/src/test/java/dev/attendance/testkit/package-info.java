/** What tests of several modules share: recorded webhook traffic and what its clients saw. */
@NullMarked
package dev.attendance.testkit;

import org.jspecify.annotations.NullMarked;
