package dev.attendance.jooq;

import dev.attendance.store.AttendanceStore;
import dev.attendance.testkit.model.AgreementContract;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

class PostgresAgreementTest extends AgreementContract {

  private CheckedDataSource connections;

  private static DataSource database() {
    return PostgresServer.database("agreement");
  }

  @Override
  protected AttendanceStore emptyStore() {
    AttendanceSchema.of(SQLDialect.POSTGRES).create(database());
    connections =
        CheckedDataSource.ofPostgres(database(), true, Connection.TRANSACTION_READ_COMMITTED);
    return JooqStore.open(connections);
  }

  @Override
  protected AttendanceStore secondNode(AttendanceStore store) {
    return JooqStore.open(connections);
  }

  @Override
  protected void close() throws Exception {
    Rows.deleteAll(database(), SQLDialect.POSTGRES);
    connections.close();
  }
}
