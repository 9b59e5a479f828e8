package dev.attendance.jooq;

import dev.attendance.store.AttendanceStore;
import dev.attendance.testkit.model.AgreementContract;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/** Agreement with memory of a store in a database that runs as a server, for all of its tests. */
abstract class ServerAgreement extends AgreementContract {

  private final SQLDialect dialect;
  private CheckedDataSource connections;

  ServerAgreement(SQLDialect dialect) {
    this.dialect = dialect;
  }

  abstract DataSource database();

  /** Connections with autocommit. */
  abstract CheckedDataSource checked(DataSource database, int isolation);

  @Override
  protected final AttendanceStore emptyStore() {
    AttendanceSchema.of(dialect).create(database());
    connections = checked(database(), Connection.TRANSACTION_READ_COMMITTED);
    return JooqStore.open(connections);
  }

  @Override
  protected final AttendanceStore secondNode(AttendanceStore store) {
    return JooqStore.open(connections);
  }

  @Override
  protected final void close() throws Exception {
    Rows.deleteAll(database(), dialect);
    connections.close();
  }
}
