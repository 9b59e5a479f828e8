package dev.attendance.jooq;

import dev.attendance.store.AttendanceStore;
import dev.attendance.store.RawBodyStorage;
import dev.attendance.testkit.AttendanceStoreContract;
import java.util.Locale;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/** The contract on a PostgreSQL database of the test class's own. */
abstract class PostgresContract extends AttendanceStoreContract {

  private final String name = getClass().getSimpleName().toLowerCase(Locale.ROOT);
  private final boolean autoCommit;
  private final int isolation;
  private CheckedDataSource connections;

  PostgresContract(boolean autoCommit, int isolation) {
    this.autoCommit = autoCommit;
    this.isolation = isolation;
  }

  @Override
  protected final AttendanceStore emptyStore(RawBodyStorage bodies) {
    DataSource database = PostgresServer.database(name);
    AttendanceSchema.of(SQLDialect.POSTGRES).create(database);
    connections = CheckedDataSource.ofPostgres(database, autoCommit, isolation);
    return JooqStore.builder(connections, SQLDialect.POSTGRES).rawBodies(bodies).build();
  }

  @Override
  protected final AttendanceStore secondNode(AttendanceStore store) {
    return JooqStore.open(connections);
  }

  @Override
  protected final void close() throws Exception {
    Rows.deleteAll(PostgresServer.database(name), SQLDialect.POSTGRES);
    connections.close();
  }
}
