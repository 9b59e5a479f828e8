package dev.attendance.jooq;

import java.sql.Connection;

class PostgresStoreTest extends PostgresContract {

  PostgresStoreTest() {
    super(true, Connection.TRANSACTION_READ_COMMITTED, TableNames.STANDARD);
  }
}
