package dev.attendance.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttendanceSchemaTest {

  private static final List<SQLDialect> DIALECTS =
      List.of(SQLDialect.H2, SQLDialect.POSTGRES, SQLDialect.MARIADB, SQLDialect.MYSQL);

  @Test
  void tablesAreCreatedOnce() throws Exception {
    try (H2Files files = H2Files.create("")) {
      createTwice(files.pool(), SQLDialect.H2);
    }
    createTwice(PostgresServer.database("schema_twice"), SQLDialect.POSTGRES);
    createTwice(MariaDbServer.database("schema_twice"), SQLDialect.MARIADB);
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
      createTogether(MariaDbServer.database("schema_together" + round), SQLDialect.MARIADB);
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
  void aScriptThatBrokeOffWhereEachStatementCommitsIsRunAgain() throws Exception {
    try (H2Files files = H2Files.create("")) {
      breakOffAndCreate(files.pool(), SQLDialect.H2);
    }
    breakOffAndCreate(MariaDbServer.database("schema_broke_off"), SQLDialect.MARIADB);
  }

  private static void breakOffAndCreate(DataSource database, SQLDialect dialect) {
    AttendanceSchema.statements(AttendanceSchema.of(dialect).scripts().get(0))
        .subList(0, 7)
        .forEach(statement -> DSL.using(database, dialect).execute(statement));
    createTwice(database, dialect);
  }

  @Test
  void mariaDbAndMySqlHaveTheSameScripts() {
    assertThat(AttendanceSchema.of(SQLDialect.MYSQL).scripts())
        .extracting(SchemaScript::text)
        .isEqualTo(
            AttendanceSchema.of(SQLDialect.MARIADB).scripts().stream()
                .map(SchemaScript::text)
                .toList());
    assertThat(AttendanceSchema.of(SQLDialect.MYSQL).scripts())
        .extracting(SchemaScript::path)
        .containsExactly("dev/attendance/jooq/schema/mysql/V1__attendance.sql");
  }

  /** What the scripts say is held together here; that databases agree, by validating them. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRES", "MARIADB"})
  void allDatabasesHaveTheSameTables(SQLDialect dialect) {
    Map<String, TableShape> ofH2 = tables(SQLDialect.H2);
    Map<String, TableShape> tables = tables(dialect);
    assertThat(tables.keySet()).isEqualTo(ofH2.keySet());
    tables.forEach(
        (name, table) -> {
          TableShape there = ofH2.get(name);
          assertThat(columns(table)).as(name).isEqualTo(columns(there));
          assertThat(table.key()).as(name).isNotEmpty().isEqualTo(there.key());
        });
    assertThat(ofH2.get("attendance_event").key())
        .containsExactly("room_sid", "source", "event_id");
  }

  private static Map<String, TableShape> tables(SQLDialect dialect) {
    return ScriptReader.tables(AttendanceSchema.of(dialect).scripts());
  }

  /** In words that are the same for all databases. */
  private static Map<String, String> columns(TableShape table) {
    Map<String, String> columns = new TreeMap<>();
    table
        .columns()
        .forEach(
            (name, column) ->
                columns.put(name, neutral(column.type()) + (column.nullable() ? "" : " not null")));
    // See the script of MariaDB.
    columns.remove("inserted_by");
    return columns;
  }

  private static String neutral(String type) {
    return switch (type) {
      // 256 code units are at most 768 bytes; our own words are ASCII.
      case "varbinary(768)" -> "varchar(256)";
      case "bytea", "longblob" -> "blob";
      default -> type.replace("varbinary", "varchar");
    };
  }

  /** Each column of a script is a field of a table class, of its type, and the reverse. */
  @Test
  void theTableClassesHaveTheSameColumns() throws Exception {
    List<String> fields = new ArrayList<>(List.of("attendance_schema version integer"));
    Set<Table<?>> tables = new HashSet<>();
    for (JavaClass found : new ClassFileImporter().importPackages("dev.attendance.jooq")) {
      if (found.getSimpleName().endsWith("Table")) {
        for (java.lang.reflect.Field constant : found.reflect().getDeclaredFields()) {
          Object value = constant.get(null);
          if (value instanceof Table<?> table) {
            tables.add(table);
          } else if (value instanceof Field<?> field) {
            fields.add(
                field.getQualifiedName().first()
                    + " "
                    + field.getName()
                    + " "
                    + type(field.getType()));
          }
        }
      }
    }
    assertThat(tables).isEqualTo(Set.copyOf(Rows.TABLES));
    List<String> ofScript = new ArrayList<>();
    tables(SQLDialect.H2)
        .forEach(
            (table, shape) ->
                shape
                    .columns()
                    .forEach(
                        (name, column) ->
                            ofScript.add(
                                table + " " + name + " " + column.type().replaceAll("\\(.*", ""))));
    assertThat(ofScript).containsExactlyInAnyOrderElementsOf(fields);
  }

  private static String type(Class<?> type) {
    Map<Class<?>, String> types =
        Map.of(
            String.class, "varchar",
            Long.class, "bigint",
            Integer.class, "integer",
            Boolean.class, "boolean",
            byte[].class, "blob");
    return types.get(type);
  }

  @Test
  void idsAreComparedByBytesOnPostgres() {
    assertThat(
            tables(SQLDialect.POSTGRES).values().stream()
                .flatMap(table -> table.columns().values().stream())
                .filter(column -> column.type().equals("varchar(256)")))
        .isNotEmpty()
        .allMatch(column -> column.collation().equals("C"));
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
  @EnumSource(names = {"DERBY", "SQLITE", "DEFAULT"})
  void otherDatabasesAreRefused(SQLDialect dialect) {
    assertThatThrownBy(() -> AttendanceSchema.of(dialect))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dialect");
  }
}
