package dev.attendance.jooq;

import dev.attendance.store.AttendanceStore;
import dev.attendance.testkit.AttendanceStoreContract;
import java.util.Locale;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/** The contract on a PostgreSQL database of the test class's own. */
abstract class PostgresContract extends AttendanceStoreContract {

  private final String name = getClass().getSimpleName().toLowerCase(Locale.ROOT);
  private final PostgresServer server;
  private final boolean autoCommit;
  private final int isolation;
  private CheckedDataSource connections;

  PostgresContract(PostgresServer server, boolean autoCommit, int isolation) {
    this.server = server;
    this.autoCommit = autoCommit;
    this.isolation = isolation;
  }

  @Override
  protected final AttendanceStore emptyStore() {
    DataSource database = server.databaseOf(name);
    AttendanceSchema.of(SQLDialect.POSTGRES).create(database);
    connections = CheckedDataSource.ofPostgres(database, autoCommit, isolation);
    return JooqStore.open(connections);
  }

  @Override
  protected final AttendanceStore secondNode(AttendanceStore store) {
    return JooqStore.open(connections);
  }

  @Override
  protected final void close() throws Exception {
    Rows.deleteAll(server.databaseOf(name), SQLDialect.POSTGRES);
    connections.close();
  }
}
