package dev.attendance.testkit;

import dev.attendance.store.AttendanceStore;
import dev.attendance.store.RawBodyStorage;

/** What each contract needs: a store that was empty when the test began, as two nodes see it. */
public interface StoreUnderTest {

  /** {@return the store} */
  AttendanceStore store();

  /**
   * Puts an empty store with another setting in the place of the one that the test began with.
   *
   * @param bodies whether it keeps raw bodies
   * @throws Exception if it cannot be had; the test fails
   */
  void keepBodies(RawBodyStorage bodies) throws Exception;

  /** {@return another node's store on the same data; the same object if data cannot be shared} */
  AttendanceStore secondNode();
}
