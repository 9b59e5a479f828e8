package dev.attendance.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** The two servers are what the tests take them for. */
class PostgresServerTest {

  @Test
  void theOldestIsVersion14AndTheNewest18() {
    assertThat(version(PostgresServer.OLDEST)).startsWith("14.");
    assertThat(version(PostgresServer.NEWEST)).startsWith("18.");
  }

  private static String version(PostgresServer server) {
    return DSL.using(server.databaseOf("postgres"), SQLDialect.POSTGRES)
        .fetchSingle("show server_version")
        .get(0, String.class);
  }
}
