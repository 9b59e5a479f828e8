package dev.attendance.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.tools.jdbc.MockConnection;
import org.jooq.tools.jdbc.MockDataProvider;
import org.jooq.tools.jdbc.MockResult;
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

  @Test
  void mariaDbIsNotDurableIfItWritesItsLogLate() {
    DataSource database = MariaDbServer.database("durability");
    assertThat(JooqStore.open(database).durabilityWarnings()).isEmpty();
    DSLContext open = DSL.using(database, SQLDialect.MARIADB);
    for (int flush : new int[] {0, 2}) {
      open.execute("set global innodb_flush_log_at_trx_commit = " + flush);
      try {
        assertThat(JooqStore.open(database).durabilityWarnings())
            .singleElement()
            .asString()
            .contains("innodb_flush_log_at_trx_commit=" + flush);
      } finally {
        open.execute("set global innodb_flush_log_at_trx_commit = 1");
      }
    }
  }

  @Test
  void aBinaryLogThatIsWrittenLateIsNotDurable() {
    assertThat(ofMySql("1", "1", "0", "1")).singleElement().asString().contains("sync_binlog=0");
    assertThat(ofMySql("1", "0", "0", "1")).isEmpty();
    assertThat(ofMySql("1", "1", "1", "ON")).isEmpty();
    assertThat(ofMySql("1", "0", "1", "OFF"))
        .singleElement()
        .asString()
        .contains("innodb_doublewrite");
  }

  private static List<String> ofMySql(
      String flush, String binaryLog, String syncBinaryLog, String doubleWrite) {
    Map<String, String> variables =
        Map.of(
            "innodb_flush_log_at_trx_commit", flush,
            "log_bin", binaryLog,
            "sync_binlog", syncBinaryLog,
            "innodb_doublewrite", doubleWrite);
    MockDataProvider server =
        statement -> {
          String name = statement.sql().substring(statement.sql().lastIndexOf('.') + 1);
          Field<String> field = DSL.field(DSL.name(name), SQLDataType.VARCHAR);
          Result<Record1<String>> result = DSL.using(SQLDialect.MYSQL).newResult(field);
          result.add(DSL.using(SQLDialect.MYSQL).newRecord(field).values(variables.get(name)));
          return new MockResult[] {new MockResult(1, result)};
        };
    return Durability.warningsOfMySql(DSL.using(new MockConnection(server), SQLDialect.MYSQL));
  }
}
