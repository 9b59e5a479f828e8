/**
 * The test support, published as a test jar: contracts that every store must pass, and test data.
 * Needs JUnit Jupiter and AssertJ.
 */
@NullMarked
package dev.attendance.testkit;

import org.jspecify.annotations.NullMarked;
