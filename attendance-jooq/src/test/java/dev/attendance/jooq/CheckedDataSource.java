package dev.attendance.jooq;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * A small pool for PostgreSQL or MariaDB that gives its connections with autocommit on or off, and
 * refuses them back in another state or with a transaction still open.
 */
final class CheckedDataSource implements DataSource, AutoCloseable {

  private interface Idleness {
    boolean isIdle(Connection connection) throws SQLException;
  }

  private final DataSource database;
  private final Idleness idleness;
  private final boolean autoCommit;
  private final int isolation;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private int lent;
  private int wrongState;

  private CheckedDataSource(
      DataSource database, Idleness idleness, boolean autoCommit, int isolation) {
    this.database = database;
    this.idleness = idleness;
    this.autoCommit = autoCommit;
    this.isolation = isolation;
  }

  static CheckedDataSource ofPostgres(DataSource database, boolean autoCommit, int isolation) {
    return new CheckedDataSource(
        database,
        connection ->
            connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.IDLE,
        autoCommit,
        isolation);
  }

  static CheckedDataSource ofMariaDb(DataSource database, boolean autoCommit, int isolation) {
    return new CheckedDataSource(
        database,
        connection ->
            DSL.using(connection, SQLDialect.MARIADB)
                .fetchSingle("select @@in_transaction")
                .get(0)
                .toString()
                .equals("0"),
        autoCommit,
        isolation);
  }

  @Override
  public synchronized Connection getConnection() throws SQLException {
    Connection connection = idle.isEmpty() ? connect() : idle.pop();
    lent++;
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                takeBack(connection);
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private Connection connect() throws SQLException {
    Connection connection = database.getConnection();
    connection.setTransactionIsolation(isolation);
    connection.setAutoCommit(autoCommit);
    return connection;
  }

  private synchronized void takeBack(Connection connection) throws SQLException {
    lent--;
    if (connection.isClosed()) {
      return;
    }
    if (!idleness.isIdle(connection) || connection.getAutoCommit() != autoCommit) {
      wrongState++;
    }
    idle.push(connection);
  }

  /** Closes the connections, and fails if one was kept or came back in a wrong state. */
  @Override
  public synchronized void close() throws SQLException {
    for (Connection connection : idle) {
      connection.close();
    }
    idle.clear();
    if (lent != 0 || wrongState != 0) {
      throw new AssertionError(
          "connections not given back: " + lent + ", given back in a wrong state: " + wrongState);
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
