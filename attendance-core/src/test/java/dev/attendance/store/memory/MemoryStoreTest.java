package dev.attendance.store.memory;

import dev.attendance.store.AttendanceStore;
import dev.attendance.store.RawBodyStorage;
import dev.attendance.testkit.AttendanceStoreContract;

class MemoryStoreTest extends AttendanceStoreContract {

  @Override
  protected AttendanceStore emptyStore(RawBodyStorage bodies) {
    return new MemoryStore(bodies);
  }

  @Override
  protected AttendanceStore secondNode(AttendanceStore store) {
    return store;
  }

  @Override
  protected void close() {}
}
