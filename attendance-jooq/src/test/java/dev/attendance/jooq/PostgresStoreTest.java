package dev.attendance.jooq;

import dev.attendance.store.AttendanceStore;
import dev.attendance.testkit.AttendanceStoreContract;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.BeforeAll;

class PostgresStoreTest extends AttendanceStoreContract {

  private static DataSource database;

  @BeforeAll
  static void createTables() {
    database = PostgresServer.emptyDatabase("contract");
    AttendanceSchema.of(SQLDialect.POSTGRES).create(database);
  }

  @Override
  protected AttendanceStore emptyStore() {
    Rows.deleteAll(database, SQLDialect.POSTGRES);
    return JooqStore.open(database);
  }

  @Override
  protected AttendanceStore secondNode(AttendanceStore store) {
    return JooqStore.open(database);
  }

  @Override
  protected void close() {}
}
