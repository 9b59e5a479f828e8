package dev.attendance.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.testkit.Placeholder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {

  @Test
  void isPostgres18() throws Exception {
    assertThat(Placeholder.USES).isNotEmpty();
    try (var postgres = EmbeddedPostgres.start();
        var connection = postgres.getPostgresDatabase().getConnection()) {
      var version =
          DSL.using(connection, SQLDialect.POSTGRES).fetchSingle("select version()").get(0);
      assertThat(version).asString().startsWith("PostgreSQL 18");
    }
  }
}
