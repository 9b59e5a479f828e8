package dev.attendance.jooq;

import java.sql.Connection;

/** Counts as changed only what did change, which is not the drivers' default. */
class MariaDbWithoutAutocommitTest extends MariaDbContract {

  MariaDbWithoutAutocommitTest() {
    super("?useAffectedRows=true", false, Connection.TRANSACTION_READ_COMMITTED);
  }
}
