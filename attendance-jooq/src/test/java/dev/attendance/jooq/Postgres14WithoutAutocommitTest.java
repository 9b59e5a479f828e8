package dev.attendance.jooq;

import java.sql.Connection;

class Postgres14WithoutAutocommitTest extends PostgresContract {

  Postgres14WithoutAutocommitTest() {
    super(
        PostgresServer.OLDEST, false, Connection.TRANSACTION_REPEATABLE_READ, TableNames.STANDARD);
  }
}
