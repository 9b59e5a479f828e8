package dev.attendance.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttendanceSchemaTest {

  private static final List<SQLDialect> DIALECTS = List.of(SQLDialect.H2, SQLDialect.POSTGRES);

  @Test
  void tablesAreCreatedOnce() throws Exception {
    try (H2Files files = H2Files.create("")) {
      createTwice(files.pool(), SQLDialect.H2);
    }
    createTwice(PostgresServer.database("schema_twice"), SQLDialect.POSTGRES);
  }

  private static void createTwice(DataSource database, SQLDialect dialect) {
    assertThat(AttendanceSchema.of(dialect).create(database)).isTrue();
    assertThat(AttendanceSchema.of(dialect).create(database)).isFalse();
    Rows.TABLES.forEach(table -> assertThat(Rows.count(database, dialect, table)).isZero());
  }

  @Test
  void ofSeveralNodesThatStartTogetherOneCreatesTheTables() throws Exception {
    for (int round = 0; round < 5; round++) {
      try (H2Files files = H2Files.create("")) {
        createTogether(files.pool(), SQLDialect.H2);
      }
      createTogether(PostgresServer.database("schema_together" + round), SQLDialect.POSTGRES);
    }
  }

  private static void createTogether(DataSource database, SQLDialect dialect) throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> creations = new ArrayList<>();
      for (int node = 0; node < 4; node++) {
        creations.add(() -> AttendanceSchema.of(dialect).create(database));
      }
      List<Boolean> created = new ArrayList<>();
      for (Future<Boolean> creation : nodes.invokeAll(creations)) {
        created.add(creation.get());
      }
      assertThat(created).containsOnlyOnce(true).hasSize(4);
    } finally {
      nodes.shutdownNow();
    }
  }

  @Test
  void aScriptThatBrokeOffOnH2IsRunAgain() throws Exception {
    try (H2Files files = H2Files.create("")) {
      List<String> statements =
          AttendanceSchema.statements(AttendanceSchema.of(SQLDialect.H2).scripts().get(0));
      statements
          .subList(0, 7)
          .forEach(statement -> DSL.using(files.pool(), SQLDialect.H2).execute(statement));
      createTwice(files.pool(), SQLDialect.H2);
    }
  }

  @Test
  void allDatabasesHaveTheSameColumns() throws Exception {
    try (H2Files files = H2Files.create("")) {
      DataSource postgres = PostgresServer.database("schema_columns");
      AttendanceSchema.of(SQLDialect.H2).create(files.pool());
      AttendanceSchema.of(SQLDialect.POSTGRES).create(postgres);
      assertThat(columns(postgres, SQLDialect.POSTGRES))
          .isNotEmpty()
          .isEqualTo(columns(files.pool(), SQLDialect.H2));
    }
  }

  private static List<String> columns(DataSource database, SQLDialect dialect) {
    return DSL.using(database, dialect)
        .fetch(
            "select lower(table_name), lower(column_name), is_nullable, numeric_precision,"
                + " case when data_type = 'character varying' or data_type = 'CHARACTER VARYING'"
                + " then character_maximum_length end from information_schema.columns"
                + " where lower(table_name) like 'attendance_%' order by 1, ordinal_position")
        .map(row -> row.intoList().toString());
  }

  @Test
  void idsAreComparedByBytesOnPostgres() {
    DataSource postgres = PostgresServer.database("schema_collation");
    AttendanceSchema.of(SQLDialect.POSTGRES).create(postgres);
    assertThat(
            DSL.using(postgres, SQLDialect.POSTGRES)
                .fetch(
                    "select table_name, column_name from information_schema.columns"
                        + " where table_name like 'attendance_%' and character_maximum_length = 256"
                        + " and collation_name is distinct from 'C'"))
        .isEmpty();
  }

  @Test
  void scriptsCanBeSplitAtSemicolons() {
    for (SQLDialect dialect : DIALECTS) {
      for (SchemaScript script : AttendanceSchema.of(dialect).scripts()) {
        assertThat(script.text().lines().filter(line -> !line.startsWith("--")))
            .noneMatch(line -> line.contains("--"))
            .noneMatch(line -> line.contains(";") && !line.endsWith(";"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB", "SQLITE", "DEFAULT"})
  void otherDatabasesAreRefused(SQLDialect dialect) {
    assertThatThrownBy(() -> AttendanceSchema.of(dialect))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dialect");
  }
}
