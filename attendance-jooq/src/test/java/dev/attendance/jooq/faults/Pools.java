package dev.attendance.jooq.faults;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Pools as an app has them: they give up connections that died, and open others. */
final class Pools {

  static {
    // HikariCP takes it that a connection used within the last half second is alive. An app that is
    // refused tries again later; these tests try again at once.
    System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
  }

  private static final int CONNECTIONS = 10;
  private static final int PATIENCE_MILLIS = 5_000;

  private Pools() {}

  static HikariDataSource of(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }
}
