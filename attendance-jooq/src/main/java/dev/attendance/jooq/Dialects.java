package dev.attendance.jooq;

import dev.attendance.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.tools.jdbc.JDBCUtils;

/** Which databases there is a store for. */
final class Dialects {

  private Dialects() {}

  /** The name of the scripts' folder: what Flyway puts in place of {@code {vendor}}. */
  static String vendor(SQLDialect dialect) {
    return switch (dialect.family()) {
      case H2 -> "h2";
      case POSTGRES -> "postgresql";
      default ->
          throw new IllegalArgumentException(
              "dialect: must be of the family H2 or POSTGRES, was " + dialect);
    };
  }

  static SQLDialect detect(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return JDBCUtils.dialect(connection);
    } catch (SQLException e) {
      throw new StoreUnavailableException("no connection to the database", e);
    }
  }
}
