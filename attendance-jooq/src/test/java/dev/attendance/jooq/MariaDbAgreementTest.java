package dev.attendance.jooq;

import dev.attendance.store.AttendanceStore;
import dev.attendance.testkit.model.AgreementContract;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

class MariaDbAgreementTest extends AgreementContract {

  private CheckedDataSource connections;

  private static DataSource database() {
    return MariaDbServer.database("agreement");
  }

  @Override
  protected AttendanceStore emptyStore() {
    AttendanceSchema.of(SQLDialect.MARIADB).create(database());
    connections =
        CheckedDataSource.ofMariaDb(database(), true, Connection.TRANSACTION_READ_COMMITTED);
    return JooqStore.open(connections);
  }

  @Override
  protected AttendanceStore secondNode(AttendanceStore store) {
    return JooqStore.open(connections);
  }

  @Override
  protected void close() throws Exception {
    Rows.deleteAll(database(), SQLDialect.MARIADB);
    connections.close();
  }
}
