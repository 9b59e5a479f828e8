package dev.attendance.jooq;

import java.sql.Connection;

/**
 * As it is set up by default: rows are locked with the gaps before them, and those that changed
 * since the snapshot are refused, the default from 11.6 on.
 */
class MariaDbStoreTest extends MariaDbContract {

  MariaDbStoreTest() {
    super(
        "?sessionVariables=innodb_snapshot_isolation=ON",
        true,
        Connection.TRANSACTION_REPEATABLE_READ);
  }
}
