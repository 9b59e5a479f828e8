/** What a test needs that has to do with attendance: a clock to set, a signer of webhooks. */
@NullMarked
package dev.attendance.testkit;

import org.jspecify.annotations.NullMarked;
