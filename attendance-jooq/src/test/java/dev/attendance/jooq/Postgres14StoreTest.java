package dev.attendance.jooq;

import java.sql.Connection;

class Postgres14StoreTest extends PostgresContract {

  Postgres14StoreTest() {
    super(PostgresServer.OLDEST, true, Connection.TRANSACTION_READ_COMMITTED, TableNames.STANDARD);
  }
}
