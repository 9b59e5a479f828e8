package dev.attendance.spring;

import java.time.Duration;

/** Rules that several properties share. */
final class PropertyChecks {

  private PropertyChecks() {}

  static void path(String field, String path) {
    if (!path.matches("(/[A-Za-z0-9._~-]+)+")) {
      throw new IllegalArgumentException(
          field + ": must begin with a slash, not end with one, and have no pattern in it");
    }
  }

  static void positive(String field, Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(field + ": must be positive");
    }
  }

  static void positive(String field, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(field + ": must be positive");
    }
  }
}
