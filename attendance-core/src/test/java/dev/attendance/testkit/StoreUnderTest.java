package dev.attendance.testkit;

import dev.attendance.store.AttendanceStore;

/** What each contract needs: a store that was empty when the test began, as two nodes see it. */
public interface StoreUnderTest {

  /** {@return the store} */
  AttendanceStore store();

  /** {@return another node's store on the same data; the same object if data cannot be shared} */
  AttendanceStore secondNode();
}
