package dev.attendance.jooq;

import dev.attendance.store.AttendanceStore;
import dev.attendance.store.RawBodyStorage;
import dev.attendance.testkit.AttendanceStoreContract;
import java.util.Locale;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/** The contract on a MariaDB database of the test class's own. */
abstract class MariaDbContract extends AttendanceStoreContract {

  private final String name = getClass().getSimpleName().toLowerCase(Locale.ROOT);
  private final String settings;
  private final boolean autoCommit;
  private final int isolation;
  private CheckedDataSource connections;

  MariaDbContract(String settings, boolean autoCommit, int isolation) {
    this.settings = settings;
    this.autoCommit = autoCommit;
    this.isolation = isolation;
  }

  @Override
  protected final AttendanceStore emptyStore(RawBodyStorage bodies) {
    DataSource database = MariaDbServer.database(name, settings);
    AttendanceSchema.of(SQLDialect.MARIADB).create(database);
    connections = CheckedDataSource.ofMariaDb(database, autoCommit, isolation);
    return JooqStore.builder(connections, SQLDialect.MARIADB).rawBodies(bodies).build();
  }

  @Override
  protected final AttendanceStore secondNode(AttendanceStore store) {
    return JooqStore.open(connections);
  }

  @Override
  protected final void close() throws Exception {
    Rows.deleteAll(MariaDbServer.database(name), SQLDialect.MARIADB);
    connections.close();
  }
}
