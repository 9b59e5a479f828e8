package dev.attendance.jooq;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database's connections, with a count of the statements that are prepared on them. */
final class CountedStatements {

  private final AtomicInteger prepared = new AtomicInteger();
  private final DataSource database;

  CountedStatements(DataSource database) {
    this.database = database;
  }

  DataSource dataSource() {
    return counted(DataSource.class, database);
  }

  /** How many there were since it was asked last. */
  int take() {
    return prepared.getAndSet(0);
  }

  private <T> T counted(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().startsWith("prepare")) {
                prepared.incrementAndGet();
              }
              try {
                Object result = method.invoke(target, arguments);
                return result instanceof Connection connection
                    ? counted(Connection.class, connection)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
