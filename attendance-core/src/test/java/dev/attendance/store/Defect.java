package dev.attendance.store;

import java.util.function.UnaryOperator;

/**
 * What is wrong with a store, and the test of its suite that must notice.
 *
 * @param name what it does wrong
 * @param noticedBy the name of the test
 * @param broken makes such a store of one that is good
 */
record Defect(String name, String noticedBy, UnaryOperator<AttendanceStore> broken) {
  @Override
  public String toString() {
    return name;
  }
}
