package dev.attendance.jooq;

import javax.sql.DataSource;
import org.jooq.SQLDialect;

class MariaDbSharedAppendTest extends SharedAppendTest {

  @Override
  DataSource database() {
    DataSource database = MariaDbServer.database("shared_append");
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
