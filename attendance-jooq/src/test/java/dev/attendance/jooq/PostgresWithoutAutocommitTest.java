package dev.attendance.jooq;

import java.sql.Connection;

class PostgresWithoutAutocommitTest extends PostgresContract {

  PostgresWithoutAutocommitTest() {
    super(PostgresServer.NEWEST, false, Connection.TRANSACTION_REPEATABLE_READ);
  }
}
