package dev.attendance.store.memory;

import dev.attendance.store.AttendanceStore;
import dev.attendance.testkit.AttendanceStoreContract;

class MemoryStoreTest extends AttendanceStoreContract {

  @Override
  protected AttendanceStore emptyStore() {
    return new MemoryStore();
  }

  @Override
  protected AttendanceStore secondNode(AttendanceStore store) {
    return store;
  }

  @Override
  protected void close() {}
}
