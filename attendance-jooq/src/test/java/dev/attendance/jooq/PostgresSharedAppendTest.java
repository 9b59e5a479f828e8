package dev.attendance.jooq;

import javax.sql.DataSource;
import org.jooq.SQLDialect;

class PostgresSharedAppendTest extends SharedAppendTest {

  @Override
  DataSource database() {
    DataSource database = PostgresServer.database("shared_append");
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
