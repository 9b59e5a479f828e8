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

  @Test
  void allDatabasesHaveTheSameColumns() throws Exception {
    try (H2Files files = H2Files.create("")) {
      DataSource postgres = PostgresServer.database("schema_columns");
      DataSource mariaDb = MariaDbServer.database("schema_columns");
      AttendanceSchema.of(SQLDialect.H2).create(files.pool());
      AttendanceSchema.of(SQLDialect.POSTGRES).create(postgres);
      AttendanceSchema.of(SQLDialect.MARIADB).create(mariaDb);
      List<String> expected = columns(files.pool(), SQLDialect.H2);
      assertThat(columns(postgres, SQLDialect.POSTGRES)).isNotEmpty().isEqualTo(expected);
      List<String> ofMariaDb = new ArrayList<>(columns(mariaDb, SQLDialect.MARIADB));
      // See the script.
      assertThat(ofMariaDb.removeIf(column -> column.contains(" inserted_by "))).isTrue();
      assertThat(ofMariaDb).isEqualTo(expected);
    }
  }

  /** Each column of the database is a field of a table class, of its type, and the reverse. */
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
    try (H2Files files = H2Files.create("")) {
      AttendanceSchema.of(SQLDialect.H2).create(files.pool());
      assertThat(
              columns(files.pool(), SQLDialect.H2).stream().map(AttendanceSchemaTest::nameAndType))
          .containsExactlyInAnyOrderElementsOf(fields);
    }
  }

  private static String nameAndType(String column) {
    String[] words = column.split(" ", -1);
    return words[0] + " " + words[1] + " " + words[2];
  }

  private static String type(Class<?> type) {
    Map<Class<?>, String> types =
        Map.of(
            String.class, "text",
            Long.class, "bigint",
            Integer.class, "integer",
            Boolean.class, "boolean",
            byte[].class, "bytes");
    return types.get(type);
  }

  @Test
  void allDatabasesHaveTheSameKeys() throws Exception {
    try (H2Files files = H2Files.create("")) {
      DataSource postgres = PostgresServer.database("schema_keys");
      DataSource mariaDb = MariaDbServer.database("schema_keys");
      AttendanceSchema.of(SQLDialect.H2).create(files.pool());
      AttendanceSchema.of(SQLDialect.POSTGRES).create(postgres);
      AttendanceSchema.of(SQLDialect.MARIADB).create(mariaDb);
      List<String> expected = keys(files.pool(), SQLDialect.H2);
      assertThat(expected).contains("attendance_event: room_sid, source, event_id");
      assertThat(expected).hasSize(Rows.TABLES.size() + 1);
      assertThat(keys(postgres, SQLDialect.POSTGRES)).isEqualTo(expected);
      assertThat(keys(mariaDb, SQLDialect.MARIADB)).isEqualTo(expected);
    }
  }

  private static List<String> keys(DataSource database, SQLDialect dialect) {
    Map<String, List<String>> keys = new TreeMap<>();
    DSL.using(database, dialect)
        .fetch(
            "select lower(k.table_name), lower(k.column_name)"
                + " from information_schema.key_column_usage k"
                + " join information_schema.table_constraints c"
                + " on c.constraint_name = k.constraint_name"
                + " and c.constraint_schema = k.constraint_schema"
                + " and c.table_name = k.table_name"
                + " where c.constraint_type = 'PRIMARY KEY' and k.table_schema = {0}"
                + " and lower(k.table_name) like 'attendance_%'"
                + " order by 1, k.ordinal_position",
            DSL.currentSchema())
        .forEach(
            row ->
                keys.computeIfAbsent(row.get(0, String.class), table -> new ArrayList<>())
                    .add(row.get(1, String.class)));
    return keys.entrySet().stream()
        .map(key -> key.getKey() + ": " + String.join(", ", key.getValue()))
        .toList();
  }

  private static List<String> columns(DataSource database, SQLDialect dialect) {
    return DSL.using(database, dialect)
        .fetch(
            "select lower(table_name), lower(column_name), lower(data_type),"
                + " character_maximum_length, is_nullable from information_schema.columns"
                + " where lower(table_name) like 'attendance_%' and table_schema = {0}"
                + " order by 1, ordinal_position",
            DSL.currentSchema())
        .map(
            row ->
                row.get(0, String.class)
                    + " "
                    + row.get(1, String.class)
                    + " "
                    + type(row.get(2, String.class), row.get(3, Integer.class))
                    + " "
                    + row.get(4, String.class));
  }

  private static String type(String type, Integer length) {
    return switch (type) {
      case "character varying" -> "text " + length;
      // 256 code units are at most 768 bytes; our own words are ASCII.
      case "varbinary" -> "text " + (length == 768 ? 256 : length);
      case "bigint" -> "bigint";
      case "integer", "int" -> "integer";
      case "boolean", "tinyint" -> "boolean";
      case "bytea", "binary large object", "longblob" -> "bytes";
      default -> throw new AssertionError("a type that is not expected: " + type);
    };
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
  @EnumSource(names = {"DERBY", "SQLITE", "DEFAULT"})
  void otherDatabasesAreRefused(SQLDialect dialect) {
    assertThatThrownBy(() -> AttendanceSchema.of(dialect))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dialect");
  }
}
