package dev.attendance.jooq;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** Gives a connection when it is let to, and may lose it while a commit is under way. */
final class GatedDataSource {

  private final Semaphore asked = new Semaphore(0);
  private final Semaphore given = new Semaphore(0);
  private final DataSource database;
  private volatile boolean losing;

  GatedDataSource(DataSource database) {
    this.database = database;
  }

  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          if (!method.getName().equals("getConnection")) {
            return call(() -> method.invoke(database, arguments));
          }
          asked.release();
          given.acquireUninterruptibly();
          return losing(database.getConnection());
        });
  }

  /** From now on every commit is carried out, but nobody is told. */
  void loseCommits() {
    losing = true;
  }

  void keepCommits() {
    losing = false;
  }

  /** Returns when somebody has asked for a connection. */
  void awaitAsked() {
    asked.acquireUninterruptibly();
  }

  void give(int connections) {
    given.release(connections);
  }

  private Connection losing(Connection connection) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          Object result = call(() -> method.invoke(connection, arguments));
          if (losing && method.getName().equals("commit")) {
            throw new SQLNonTransientConnectionException("lost", "08006");
          }
          return result;
        });
  }

  private interface Invocation {
    Object run() throws IllegalAccessException, InvocationTargetException;
  }

  private static Object call(Invocation invocation) throws Throwable {
    try {
      return invocation.run();
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            GatedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
