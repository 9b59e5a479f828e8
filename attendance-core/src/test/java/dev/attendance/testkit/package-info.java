/**
 * The published test kit: contract tests that every store passes, test data, a settable clock, a
 * signer of webhooks, and traces captured from real servers.
 */
@NullMarked
package dev.attendance.testkit;

import org.jspecify.annotations.NullMarked;
