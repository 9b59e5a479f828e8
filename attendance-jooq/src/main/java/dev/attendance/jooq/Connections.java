package dev.attendance.jooq;

import dev.attendance.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * What is done with connections: begin, commit and roll back on our own, a savepoint on the
 * caller's. Works with autocommit on or off, and leaves it as it was.
 */
final class Connections {

  private Connections() {}

  /** Reads on a connection of our own. */
  static <T> T read(DataSource dataSource, Function<Connection, T> work) throws SQLException {
    Connection connection = open(dataSource);
    try {
      T result = work.apply(connection);
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
      return result;
    } catch (Throwable failure) {
      rollBack(connection, failure);
      throw failure;
    } finally {
      close(connection);
    }
  }

  /** Writes in a transaction of our own, which is taken back if the result is not worth keeping. */
  static <T> T write(DataSource dataSource, Function<Connection, T> work, Predicate<T> worthKeeping)
      throws SQLException {
    Connection connection = open(dataSource);
    try {
      boolean autoCommit = connection.getAutoCommit();
      if (autoCommit) {
        connection.setAutoCommit(false);
      }
      try {
        return commit(connection, work, worthKeeping);
      } finally {
        if (autoCommit) {
          restoreAutoCommit(connection);
        }
      }
    } finally {
      close(connection);
    }
  }

  private static <T> T commit(
      Connection connection, Function<Connection, T> work, Predicate<T> worthKeeping)
      throws SQLException {
    try {
      T result = work.apply(connection);
      if (worthKeeping.test(result)) {
        connection.commit();
      } else {
        connection.rollback();
      }
      return result;
    } catch (Throwable failure) {
      rollBack(connection, failure);
      throw failure;
    }
  }

  /**
   * Writes in the caller's transaction: all of it or, if it throws, nothing. If the savepoint is
   * gone then, so is the whole transaction: MariaDB and MySQL end a deadlock that way.
   */
  static <T> T writeInSavepoint(Connection connection, Function<Connection, T> work)
      throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    try {
      T result = work.apply(connection);
      connection.releaseSavepoint(savepoint);
      return result;
    } catch (Throwable failure) {
      try {
        connection.rollback(savepoint);
      } catch (SQLException e) {
        failure.addSuppressed(e);
        throw new StoreUnavailableException("the database ended the caller's transaction", failure);
      }
      throw failure;
    }
  }

  /** Whatever a pool throws when it has no connection, the database is out of reach. */
  private static Connection open(DataSource dataSource) {
    try {
      return dataSource.getConnection();
    } catch (SQLException | RuntimeException e) {
      throw new StoreUnavailableException("no connection to the database", e);
    }
  }

  private static void rollBack(Connection connection, Throwable failure) {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private static void restoreAutoCommit(Connection connection) {
    try {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      // The connection is broken. What was committed is committed; the pool will find out itself.
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // As above.
    }
  }
}
