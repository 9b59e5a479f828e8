package dev.attendance.jooq;

import java.sql.Connection;
import java.util.Optional;

/** With tables that are called otherwise and lie in another schema, too. */
class PostgresWithoutAutocommitTest extends PostgresContract {

  PostgresWithoutAutocommitTest() {
    super(
        false,
        Connection.TRANSACTION_REPEATABLE_READ,
        new TableNames("school_", Optional.of("campus")));
  }
}
