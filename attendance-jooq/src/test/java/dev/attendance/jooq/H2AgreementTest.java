package dev.attendance.jooq;

import dev.attendance.store.AttendanceStore;
import dev.attendance.testkit.model.AgreementContract;
import org.jooq.SQLDialect;

class H2AgreementTest extends AgreementContract {

  private H2Files files;

  @Override
  protected AttendanceStore emptyStore() throws Exception {
    files = H2Files.create(";WRITE_DELAY=0");
    AttendanceSchema.of(SQLDialect.H2).create(files.pool());
    return JooqStore.open(files.pool());
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
