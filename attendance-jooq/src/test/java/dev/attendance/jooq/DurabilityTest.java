package dev.attendance.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class DurabilityTest {

  @Test
  void h2FilesAreDurableWithoutWriteDelay() throws Exception {
    try (H2Files files = H2Files.create(";WRITE_DELAY=0")) {
      assertThat(JooqStore.open(files.pool()).durabilityWarnings()).isEmpty();
    }
  }

  @Test
  void h2FilesAreNotDurableByDefault() throws Exception {
    try (H2Files files = H2Files.create("")) {
      assertThat(JooqStore.open(files.pool()).durabilityWarnings())
          .singleElement()
          .asString()
          .contains("WRITE_DELAY=0");
    }
  }

  @Test
  void h2InMemoryIsNotDurable() {
    JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:", "sa", "");
    try {
      assertThat(JooqStore.open(pool).durabilityWarnings())
          .singleElement()
          .asString()
          .contains("in memory");
    } finally {
      pool.dispose();
    }
  }

  @Test
  void h2FilesAreNotDurableIfTheDelayIsSetLater() throws Exception {
    try (H2Files files = H2Files.create(";WRITE_DELAY=0")) {
      DSL.using(files.pool(), SQLDialect.H2).execute("set write_delay 100");
      assertThat(JooqStore.open(files.pool()).durabilityWarnings())
          .singleElement()
          .asString()
          .contains("100 ms");
    }
  }

  @Test
  void postgresIsNotDurableIfItCommitsAsynchronouslyOrDoesNotSync() {
    DataSource database = PostgresServer.database("durability");
    // The test server runs without fsync, which spares time.
    assertThat(JooqStore.open(database).durabilityWarnings())
        .singleElement()
        .asString()
        .contains("fsync=off");
    DSL.using(database, SQLDialect.POSTGRES)
        .execute("alter database durability set synchronous_commit = off");
    assertThat(JooqStore.open(database).durabilityWarnings())
        .hasSize(2)
        .first()
        .asString()
        .contains("synchronous_commit=off");
  }
}
