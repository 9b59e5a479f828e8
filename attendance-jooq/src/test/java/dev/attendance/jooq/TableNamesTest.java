package dev.attendance.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.cycle.RoomMarks;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.AttendanceStore;
import dev.attendance.testkit.Events;
import dev.attendance.testkit.Folded;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableNamesTest {

  private static final TableNames CLASS = new TableNames("class_", Optional.empty());
  private static final TableNames SCHOOL = new TableNames("school_", Optional.empty());
  private static final TableNames ELSEWHERE = new TableNames("school_", Optional.of("campus"));

  @Test
  void tablesMayBeCalledOtherwiseAndLieElsewhere() throws Exception {
    try (H2Files files = H2Files.create(";WRITE_DELAY=0")) {
      useEach(files.pool(), SQLDialect.H2, List.of(CLASS, ELSEWHERE));
    }
    useEach(PostgresServer.database("table_names"), SQLDialect.POSTGRES, List.of(CLASS, ELSEWHERE));
    useEach(MariaDbServer.database("table_names"), SQLDialect.MARIADB, List.of(CLASS, SCHOOL));
  }

  /** Stores beside each other in one database, of which none sees another's. */
  private static void useEach(DataSource database, SQLDialect dialect, List<TableNames> different) {
    if (dialect != SQLDialect.MARIADB) {
      DSL.using(database, dialect).execute("create schema campus");
    }
    for (TableNames names : different) {
      assertThat(AttendanceSchema.of(dialect, names).create(database)).isTrue();
      assertThat(AttendanceSchema.of(dialect, names).create(database)).isFalse();
      AttendanceStore store = JooqStore.builder(database, dialect).tables(names).build();
      Events room = Events.in("RM_1");
      AttendanceEvent event = room.joined("ann", 1);
      store.events().checkWritable();
      assertThat(store.events().append(List.of(event, event)))
          .containsExactly(AppendOutcome.APPENDED, AppendOutcome.DUPLICATE);
      assertThat(store.events().append(List.of(room.polled(2, "ann"), event)))
          .containsExactly(AppendOutcome.APPENDED, AppendOutcome.DUPLICATE);
      assertThat(store.events().events("RM_1")).hasSize(2);
      store
          .folds()
          .fold(
              "RM_1",
              fold -> {
                assertThat(fold.pending(9)).hasSize(2);
                fold.save(
                    Folded.room("RM_1", 1), RoomMarks.NONE, List.of(), List.of(), List.of(event));
              });
      assertThat(store.rooms().latestRooms(9)).hasSize(1);
      assertThat(store.folds().roomsToFold(9)).containsExactly("RM_1");
    }
    assertThat(
            DSL.using(database, dialect)
                .fetch(
                    "select table_name from information_schema.tables"
                        + " where lower(table_name) like 'attendance%' and table_schema = {0}",
                    DSL.currentSchema()))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"MARIADB", "MYSQL"})
  void whereASchemaIsADatabaseItIsTheConnections(SQLDialect dialect) {
    assertThatThrownBy(() -> AttendanceSchema.of(dialect, ELSEWHERE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("schema");
    JooqStore.Builder builder = JooqStore.builder(MariaDbServer.database("table_names"), dialect);
    assertThatThrownBy(() -> builder.tables(ELSEWHERE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("schema");
  }

  @Test
  void scriptsHaveTheSchema() {
    for (SQLDialect dialect : List.of(SQLDialect.H2, SQLDialect.POSTGRES)) {
      assertThat(AttendanceSchema.of(dialect, ELSEWHERE).scripts().get(0).text().lines())
          .anyMatch(line -> line.startsWith("insert into campus.school_schema "))
          .anyMatch(line -> line.contains(" on campus.school_room ("));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRES", "MARIADB", "MYSQL"})
  void scriptsHaveTheNames(SQLDialect dialect) {
    String text = AttendanceSchema.of(dialect, SCHOOL).scripts().get(0).text();
    assertThat(text.lines().filter(line -> !line.startsWith("--")))
        .noneMatch(line -> line.contains("attendance_"))
        .anyMatch(line -> line.startsWith("insert into school_schema "));
    assertThat(AttendanceSchema.of(dialect, TableNames.STANDARD).scripts())
        .isEqualTo(AttendanceSchema.of(dialect).scripts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Att_", "1_", "a b", "a;", "a\"", "a.b", "ä_", "a$1"})
  void whatWouldHaveToBeQuotedIsRefused(String name) {
    assertThatThrownBy(() -> new TableNames(name, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("prefix");
    assertThatThrownBy(() -> new TableNames("a_", Optional.of(name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("schema");
  }
}
