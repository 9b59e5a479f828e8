package dev.attendance.jooq;

import javax.sql.DataSource;
import org.jooq.SQLDialect;

class PostgresCallerTransactionTest extends CallerTransactionTest {

  @Override
  DataSource database() {
    DataSource database = PostgresServer.database("caller_transaction");
    AttendanceSchema.of(dialect()).create(database);
    return database;
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.POSTGRES;
  }

  @Override
  void cleanUp() {
    Rows.deleteAll(database(), dialect());
  }
}
