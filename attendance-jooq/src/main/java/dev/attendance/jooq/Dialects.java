package dev.attendance.jooq;

import dev.attendance.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
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
      case MARIADB -> "mariadb";
      case MYSQL -> "mysql";
      default ->
          throw new IllegalArgumentException(
              "dialect: must be of the family H2, POSTGRES, MARIADB or MYSQL, was " + dialect);
    };
  }

  /** Whether it is MariaDB or MySQL, which are treated alike. */
  static boolean isMySql(SQLDialect dialect) {
    return dialect.family() == SQLDialect.MARIADB || dialect.family() == SQLDialect.MYSQL;
  }

  static SQLDialect detect(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      SQLDialect dialect = JDBCUtils.dialect(connection);
      return isMySql(dialect) ? ofServer(connection.getMetaData()) : dialect;
    } catch (SQLException e) {
      throw new StoreUnavailableException("no connection to the database", e);
    }
  }

  /** The driver of each of the two speaks to the other's server too, but their SQL differs. */
  private static SQLDialect ofServer(DatabaseMetaData server) throws SQLException {
    String product = server.getDatabaseProductName() + " " + server.getDatabaseProductVersion();
    return product.toLowerCase(Locale.ROOT).contains("mariadb")
        ? SQLDialect.MARIADB
        : SQLDialect.MYSQL;
  }
}
