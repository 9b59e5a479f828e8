package dev.attendance.spring;

import dev.attendance.jooq.CallerTransaction;
import dev.attendance.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The transaction that Spring has open on a DataSource: what the application records inside it is
 * committed and rolled back with it.
 */
final class SpringTransaction implements CallerTransaction {

  private final DataSource dataSource;

  /**
   * A view of the calling thread's transaction.
   *
   * @param dataSource the one that the transaction manager was given, not a proxy for it
   */
  SpringTransaction(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Optional<Connection> connection() {
    if (TransactionSynchronizationManager.isActualTransactionActive()
        && TransactionSynchronizationManager.getResource(dataSource)
            instanceof ConnectionHolder holder) {
      return Optional.of(holder.getConnection()).filter(SpringTransaction::isTransactional);
    }
    return Optional.empty();
  }

  /** A connection may also be bound to a thread whose transaction is on another DataSource. */
  private static boolean isTransactional(Connection connection) {
    try {
      return !connection.getAutoCommit();
    } catch (SQLException exception) {
      throw new StoreUnavailableException("the caller's connection is broken", exception);
    }
  }
}
