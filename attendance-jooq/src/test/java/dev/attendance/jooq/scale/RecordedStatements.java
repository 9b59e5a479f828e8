package dev.attendance.jooq.scale;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Hands out PostgreSQL's connections and has each statement explained with the values bound to it,
 * right before it is executed. Not thread-safe.
 */
final class RecordedStatements {

  /** What was executed, and how. */
  record Executed(String sql, QueryPlan plan) {}

  private interface Invocation {
    Object of(Method method, Object[] arguments) throws Throwable;
  }

  private final List<Executed> statements = new ArrayList<>();
  private final DataSource database;

  RecordedStatements(DataSource database) {
    this.database = database;
  }

  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Object result = call(database, method, arguments);
          return result instanceof Connection connection ? recorded(connection) : result;
        });
  }

  /** What was executed since it was asked last. */
  List<Executed> take() {
    List<Executed> taken = List.copyOf(statements);
    statements.clear();
    return taken;
  }

  private Connection recorded(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object result = call(connection, method, arguments);
          return result instanceof PreparedStatement statement
              ? recorded(connection, (String) arguments[0], statement)
              : result;
        });
  }

  private PreparedStatement recorded(
      Connection connection, String sql, PreparedStatement statement) {
    Map<Object, Object[]> bound = new LinkedHashMap<>();
    Map<Object, Method> setters = new LinkedHashMap<>();
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          if (method.getName().startsWith("set") && arguments.length > 1) {
            bound.put(arguments[0], arguments);
            setters.put(arguments[0], method);
          } else if (method.getName().startsWith("execute")) {
            try (PreparedStatement explain =
                connection.prepareStatement("explain (format json) " + sql)) {
              for (Map.Entry<Object, Object[]> value : bound.entrySet()) {
                call(explain, setters.get(value.getKey()), value.getValue());
              }
              try (ResultSet plan = explain.executeQuery()) {
                plan.next();
                statements.add(new Executed(sql, QueryPlan.parse(plan.getString(1))));
              }
            }
          }
          return call(statement, method, arguments);
        });
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, Invocation invocation) {
    return type.cast(
        Proxy.newProxyInstance(
            RecordedStatements.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> invocation.of(method, arguments)));
  }
}
