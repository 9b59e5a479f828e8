package dev.attendance.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.store.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What a database lacks is said in words, and what does not stand in the way is let be. */
class SchemaValidationTest {

  private static final TableNames SCHOOL = new TableNames("school_", Optional.empty());
  private static final TableNames ELSEWHERE = new TableNames("school_", Optional.of("campus"));

  @Test
  void whatTheScriptsMadeAgreesWithThem() throws Exception {
    try (H2Files files = H2Files.create("")) {
      agrees(files.pool(), SQLDialect.H2, ELSEWHERE);
    }
    agrees(PostgresServer.database("valid"), SQLDialect.POSTGRES, ELSEWHERE);
    agrees(MariaDbServer.database("valid"), SQLDialect.MARIADB, SCHOOL);
  }

  private static void agrees(DataSource database, SQLDialect dialect, TableNames names) {
    if (names.schema().isPresent()) {
      DSL.using(database, dialect).execute("create schema campus");
    }
    for (TableNames each : List.of(TableNames.STANDARD, names)) {
      AttendanceSchema schema = AttendanceSchema.of(dialect, each);
      assertThat(schema.validate(database))
          .contains("table " + each.prefix() + "event is missing")
          .hasSize(Rows.TABLES.size() + 1);
      schema.create(database);
      assertThat(schema.validate(database)).isEmpty();
    }
  }

  @Test
  void tablesAreLookedForAlongTheSearchPathOnPostgreSql() {
    DataSource database = PostgresServer.database("search_path");
    AttendanceSchema schema = AttendanceSchema.of(SQLDialect.POSTGRES);
    schema.create(database);
    DSLContext open = DSL.using(database, SQLDialect.POSTGRES);
    open.execute("create schema app");
    open.execute("alter database search_path set search_path to app, public");
    assertThat(open.fetchSingle("select current_schema()").get(0)).isEqualTo("app");
    assertThat(schema.validate(database)).isEmpty();
  }

  @Test
  void whatIsOtherwiseIsSaid() throws Exception {
    try (H2Files files = H2Files.create("")) {
      assertThat(
              spoiled(
                  files.pool(),
                  SQLDialect.H2,
                  "alter table attendance_mark alter column kind set data type varchar(8)",
                  "alter table attendance_mark alter column answered_at set null",
                  "alter table attendance_track drop primary key"))
          .containsExactlyInAnyOrder(
              "column attendance_mark.answered_at: null must be not allowed, is allowed",
              "column attendance_mark.kind: type must be varchar(16), is varchar(8)",
              "table attendance_track: primary key must be"
                  + " (room_sid, participant_sid, track_sid), is none");
    }
    assertThat(
            spoiled(
                PostgresServer.database("spoiled"),
                SQLDialect.POSTGRES,
                "alter table attendance_mark alter column kind type varchar(8)",
                "alter table attendance_mark alter column answered_at drop not null",
                "alter table attendance_track drop constraint attendance_track_pkey",
                "alter table attendance_cycle alter identity type varchar(256) collate \"POSIX\"",
                "drop index attendance_room_open",
                "create index attendance_room_open on attendance_room (room_sid)"))
        .containsExactlyInAnyOrder(
            "column attendance_cycle.identity: collation must be C, is POSIX",
            "column attendance_mark.answered_at: null must be not allowed, is allowed",
            "column attendance_mark.kind: type must be varchar(16), is varchar(8)",
            "index attendance_room_open on attendance_room: columns must be (room_sid) of some"
                + " rows, is (room_sid)",
            "table attendance_track: primary key must be"
                + " (room_sid, participant_sid, track_sid), is none");
    assertThat(
            spoiled(
                MariaDbServer.database("spoiled"),
                SQLDialect.MARIADB,
                "alter table attendance_mark modify kind varchar(16) not null",
                "alter table attendance_mark modify answered_at bigint",
                "alter table attendance_track drop primary key",
                "alter table attendance_coverage engine = Aria"))
        .containsExactlyInAnyOrder(
            "column attendance_mark.answered_at: null must be not allowed, is allowed",
            "column attendance_mark.kind: type must be varbinary(16), is varchar(16)",
            "table attendance_coverage: engine must be innodb, is aria",
            "table attendance_track: primary key must be"
                + " (room_sid, participant_sid, track_sid), is none");
  }

  private static List<String> spoiled(
      DataSource database, SQLDialect dialect, String... statements) {
    AttendanceSchema schema = AttendanceSchema.of(dialect);
    schema.create(database);
    DSLContext open = DSL.using(database, dialect);
    for (String statement : statements) {
      open.execute(statement);
    }
    return schema.validate(database);
  }

  @Test
  void indexesAndColumnsThatAreMissingOrInTheWayAreSaid() throws Exception {
    try (H2Files files = H2Files.create("")) {
      onEach(files.pool(), SQLDialect.H2);
    }
    onEach(PostgresServer.database("in_the_way"), SQLDialect.POSTGRES);
    onEach(MariaDbServer.database("in_the_way"), SQLDialect.MARIADB);
  }

  private static void onEach(DataSource database, SQLDialect dialect) {
    AttendanceSchema schema = AttendanceSchema.of(dialect);
    schema.create(database);
    DSLContext open = DSL.using(database, dialect);
    String on = dialect == SQLDialect.MARIADB ? " on attendance_room" : "";
    open.execute("alter table attendance_plan add note varchar(9)");
    open.execute("alter table attendance_plan add level integer default 7 not null");
    open.execute("create index further on attendance_plan (window_start desc)");
    open.execute("create table attendance_further (id integer)");
    assertThat(schema.validate(database)).isEmpty();

    open.execute("drop index attendance_room_by_activity" + on);
    open.execute("drop index attendance_room_by_name" + on);
    open.execute(
        "create index attendance_room_by_activity on attendance_room (last_activity_at, room_sid)");
    open.execute("alter table attendance_quarantine drop column reason");
    open.execute("alter table attendance_roster add house integer not null");
    open.execute("create unique index titles on attendance_plan (title)");
    assertThat(schema.validate(database))
        .containsExactlyInAnyOrder(
            "index titles on attendance_plan is unique, so that rows are refused which are"
                + " different to us",
            "column attendance_quarantine.reason is missing",
            "index attendance_room_by_activity on attendance_room: columns must be"
                + " (last_activity_at desc, room_sid), is (last_activity_at, room_sid)",
            "index attendance_room_by_name on attendance_room is missing",
            "column attendance_roster.house is none of ours and must have a value, so that nothing"
                + " can be inserted; let it be null or give it a default");
  }

  @Test
  void aScriptThatBrokeOffAndOneThatIsNewerAreTold() throws Exception {
    try (H2Files files = H2Files.create("")) {
      assertThat(spoiled(files.pool(), SQLDialect.H2, "delete from attendance_schema"))
          .containsExactly("table attendance_schema: version must be 1, is 0");
      assertThat(spoiled(files.pool(), SQLDialect.H2, "insert into attendance_schema values (2)"))
          .containsExactly("table attendance_schema: version must be 1, is 2");
    }
  }

  @Test
  void aDatabaseOutOfReachIsNotTakenForAWrongOne() {
    JdbcDataSource nowhere = new JdbcDataSource();
    nowhere.setUrl("jdbc:h2:tcp://localhost:1/nowhere");
    AttendanceSchema schema = AttendanceSchema.of(SQLDialect.H2);
    assertThatThrownBy(() -> schema.validate(nowhere))
        .isInstanceOf(StoreUnavailableException.class);
  }
}
