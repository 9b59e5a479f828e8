package dev.attendance.jooq;

import java.sql.Connection;

class PostgresWithoutAutocommitTest extends PostgresContract {

  PostgresWithoutAutocommitTest() {
    super(false, Connection.TRANSACTION_REPEATABLE_READ);
  }
}
