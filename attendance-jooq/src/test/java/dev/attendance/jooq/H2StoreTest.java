package dev.attendance.jooq;

import dev.attendance.store.AttendanceStore;
import dev.attendance.store.RawBodyStorage;
import dev.attendance.testkit.AttendanceStoreContract;
import org.jooq.SQLDialect;

class H2StoreTest extends AttendanceStoreContract {

  private H2Files files;

  @Override
  protected AttendanceStore emptyStore(RawBodyStorage bodies) throws Exception {
    files = H2Files.create(";WRITE_DELAY=0");
    AttendanceSchema.of(SQLDialect.H2).create(files.pool());
    return JooqStore.builder(files.pool(), SQLDialect.H2).rawBodies(bodies).build();
  }

  @Override
  protected AttendanceStore secondNode(AttendanceStore store) {
    return JooqStore.open(files.pool());
  }

  @Override
  protected void close() throws Exception {
    files.close();
  }
}
