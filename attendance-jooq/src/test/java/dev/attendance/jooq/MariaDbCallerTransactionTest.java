package dev.attendance.jooq;

import javax.sql.DataSource;
import org.jooq.SQLDialect;

class MariaDbCallerTransactionTest extends CallerTransactionTest {

  @Override
  DataSource database() {
    DataSource database = MariaDbServer.database("caller_transaction");
    AttendanceSchema.of(dialect()).create(database);
    return database;
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.MARIADB;
  }

  @Override
  void cleanUp() {
    Rows.deleteAll(database(), dialect());
  }
}
