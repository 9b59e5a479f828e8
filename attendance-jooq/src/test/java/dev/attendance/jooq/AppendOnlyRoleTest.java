package dev.attendance.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.Attendance;
import dev.attendance.Pseudonym;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.store.AppendOutcome;
import dev.attendance.testkit.Events;
import dev.attendance.testkit.SettableClock;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Promise 1, by permission: what the README grants does for all but erasure and retention. */
class AppendOnlyRoleTest {

  private static final String DATABASE = "append_only";
  private static final String ROLE = "attendance_app";

  private static DataSource app;

  @BeforeAll
  static void grant() {
    DataSource owner = PostgresServer.database(DATABASE);
    AttendanceSchema.of(SQLDialect.POSTGRES).create(owner);
    DSLContext open = DSL.using(owner, SQLDialect.POSTGRES);
    open.execute("create role attendance_app login");
    open.execute(
        "grant select, insert, update, delete on all tables in schema public to attendance_app");
    open.execute(
        "revoke update, delete on attendance_event, attendance_event_listed from attendance_app");
    app = PostgresServer.NEWEST.databaseOf(DATABASE, ROLE);
  }

  @Test
  void recordsFoldsSettlesRebuildsAndReports() {
    SettableClock clock = new SettableClock(Events.at(600));
    Attendance attendance = Attendance.builder(JooqStore.open(app)).clock(clock).build();
    Events room = Events.in("RM_1");
    var joined = room.joined("ann", 0);
    attendance.record(List.of(joined, room.polled(100, "ann"), room.left("ann", 300)));
    assertThat(attendance.record(List.of(joined))).containsExactly(AppendOutcome.DUPLICATE);
    clock.set(Events.at(90_000));
    attendance.calculateSessions().runOnce();
    assertThat(attendance.rebuild().everything("", progress -> {}).changed()).isZero();
    assertThat(attendance.report(new SessionId("RM_1")).orElseThrow().attendance().records())
        .singleElement()
        .returns("ann", record -> record.person().value());
  }

  @Test
  void changesNothingThatItWasTold() {
    Attendance attendance = Attendance.builder(JooqStore.open(app)).build();
    Events room = Events.in("RM_2");
    attendance.record(List.of(room.joined("bob", 0), room.left("bob", 300)));
    DSLContext open = DSL.using(app, SQLDialect.POSTGRES);
    for (String change :
        List.of(
            "update attendance_event set occurred_at = 0",
            "delete from attendance_event",
            "truncate attendance_event",
            "delete from attendance_event_listed")) {
      assertThatThrownBy(() -> open.execute(change)).hasMessageContaining("permission denied");
    }
    assertThatThrownBy(
            () -> attendance.erasePersons().erase(new PersonId("bob"), Pseudonym.of(new byte[32])))
        .hasStackTraceContaining("permission denied");
    assertThat(JooqStore.open(app).events().events("RM_2")).hasSize(2);
  }
}
