package dev.attendance.jooq.faults;

/**
 * How much happens in a test of this package: as much as ends in minutes, or so many times as much
 * as the system property {@code attendance.faults.scale} says.
 */
final class Load {

  private Load() {}

  static int people(int standard) {
    return standard * Integer.getInteger("attendance.faults.scale", 1);
  }
}
