package dev.attendance.jooq;

import dev.attendance.store.AttendanceStore;
import dev.attendance.testkit.AttendanceStoreContract;
import java.util.Locale;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The contract on a PostgreSQL database of the test class's own. */
abstract class PostgresContract extends AttendanceStoreContract {

  private final String name = getClass().getSimpleName().toLowerCase(Locale.ROOT);
  private final PostgresServer server;
  private final boolean autoCommit;
  private final int isolation;
  private final TableNames names;
  private CheckedDataSource connections;

  PostgresContract(PostgresServer server, boolean autoCommit, int isolation, TableNames names) {
    this.server = server;
    this.names = names;
    this.autoCommit = autoCommit;
    this.isolation = isolation;
  }

  @Override
  protected final AttendanceStore emptyStore() {
    DataSource database = server.databaseOf(name);
    names
        .schema()
        .ifPresent(
            schema ->
                DSL.using(database, SQLDialect.POSTGRES)
                    .execute("create schema if not exists " + schema));
    AttendanceSchema.of(SQLDialect.POSTGRES, names).create(database);
    connections = CheckedDataSource.ofPostgres(database, autoCommit, isolation);
    return open();
  }

  private AttendanceStore open() {
    return JooqStore.builder(connections, SQLDialect.POSTGRES).tables(names).build();
  }

  @Override
  protected final AttendanceStore secondNode(AttendanceStore store) {
    return open();
  }

  @Override
  protected final void close() throws Exception {
    Rows.deleteAll(server.databaseOf(name), SQLDialect.POSTGRES, names);
    connections.close();
  }
}
