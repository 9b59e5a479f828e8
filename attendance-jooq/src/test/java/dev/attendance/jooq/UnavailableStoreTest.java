package dev.attendance.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.cycle.RoomMarks;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.session.SessionId;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.StoreUnavailableException;
import dev.attendance.testkit.Events;
import dev.attendance.testkit.Folded;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store does when the database cannot, or will not for the moment. */
class UnavailableStoreTest {

  private final AttendanceEvent event = Events.in("RM_1").joined("secret identity", 1);
  private DataSource database;
  private AttendanceStore store;

  @BeforeEach
  void createTables() {
    database = PostgresServer.database("unavailable");
    AttendanceSchema.of(SQLDialect.POSTGRES).create(database);
    store = JooqStore.open(database);
  }

  @AfterEach
  void deleteRows() {
    DSL.using(PostgresServer.database("postgres"), SQLDialect.POSTGRES)
        .execute("alter database unavailable reset default_transaction_read_only");
    Rows.deleteAll(PostgresServer.database("unavailable"), SQLDialect.POSTGRES);
  }

  @Test
  void aServerThatStoppedIsUnavailable() throws Exception {
    AttendanceStore stopped;
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      AttendanceSchema.of(SQLDialect.POSTGRES).create(server.getPostgresDatabase());
      stopped = JooqStore.open(server.getPostgresDatabase());
      assertThat(stopped.events().append(List.of(event))).containsExactly(AppendOutcome.APPENDED);
    }
    assertUnavailable(() -> stopped.events().append(List.of(event)));
    assertUnavailable(() -> stopped.events().events("RM_1"));
    assertUnavailable(() -> stopped.events().checkWritable());
    assertUnavailable(() -> stopped.folds().fold("RM_1", room -> {}));
    assertUnavailable(() -> stopped.rooms().latestRooms(1));
    assertUnavailable(() -> stopped.records().settle("RM_1", 1));
    assertUnavailable(() -> stopped.corrections().ofAllSessions());
    assertUnavailable(() -> stopped.plans().plan(new SessionId("lesson")));
    assertUnavailable(() -> stopped.quarantine().count());
  }

  @Test
  void anH2FileThatWasClosedIsUnavailable() throws Exception {
    try (H2Files files = H2Files.create(";WRITE_DELAY=0")) {
      AttendanceSchema.of(SQLDialect.H2).create(files.pool());
      AttendanceStore closed = JooqStore.open(files.pool());
      assertUnavailable(
          () ->
              closed
                  .folds()
                  .fold(
                      "RM_1",
                      room -> {
                        DSL.using(files.pool(), SQLDialect.H2).execute("shutdown");
                        room.pending(1);
                      }));
      files.pool().dispose();
      assertUnavailable(() -> closed.events().append(List.of(event)));
    }
  }

  @Test
  void aConnectionThatIsLostDuringAFoldIsUnavailableAndTheFoldIsUndone() {
    store.events().append(List.of(event));
    assertUnavailable(
        () ->
            store
                .folds()
                .fold(
                    "RM_1",
                    room -> {
                      room.save(
                          Folded.room("RM_1", 1),
                          RoomMarks.NONE,
                          List.of(),
                          List.of(),
                          List.of(event));
                      DSL.using(database, SQLDialect.POSTGRES)
                          .execute(
                              "select pg_terminate_backend(pid) from pg_stat_activity"
                                  + " where datname = 'unavailable' and pid <> pg_backend_pid()");
                      room.pending(1);
                    }));
    assertThat(store.rooms().room("RM_1")).isEmpty();
    assertThat(store.folds().roomsToFold(9)).containsExactly("RM_1");
  }

  @Test
  void aDatabaseThatTurnedReadOnlyCanBeReadButNotWritten() {
    store.events().append(List.of(event));
    DSL.using(database, SQLDialect.POSTGRES)
        .execute("alter database unavailable set default_transaction_read_only = on");
    assertUnavailable(() -> store.events().checkWritable());
    assertUnavailable(() -> store.events().append(List.of(event)));
    assertThat(store.events().events("RM_1")).containsExactly(event);
  }

  @Test
  void aPoolThatThrowsWhateverItLikesIsUnavailable() {
    DataSource broken =
        (DataSource)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                  throw new IllegalStateException("pool not started");
                });
    assertUnavailable(
        () ->
            JooqStore.builder(broken, SQLDialect.POSTGRES).build().events().append(List.of(event)));
  }

  @Test
  void tablesThatAreMissingAreADefect() {
    AttendanceStore empty = JooqStore.open(PostgresServer.database("without_tables"));
    assertThatThrownBy(() -> empty.events().append(List.of(event)))
        .isInstanceOf(DataAccessException.class)
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> empty.rooms().latestRooms(1)).isInstanceOf(DataAccessException.class);
  }

  @Test
  void aFoldThatTheDatabaseRefusesForTheMomentIsRunAgain() {
    AtomicInteger runs = new AtomicInteger();
    store
        .folds()
        .fold(
            "RM_1",
            room -> {
              room.save(Folded.room("RM_1", 1), RoomMarks.NONE, List.of(), List.of(), List.of());
              if (runs.incrementAndGet() < 3) {
                throw refusal();
              }
            });
    assertThat(runs).hasValue(3);
    assertThat(store.rooms().room("RM_1").map(room -> room.version())).contains(1L);
  }

  @Test
  void aFoldThatTheDatabaseKeepsRefusingIsGivenUp() {
    assertUnavailable(
        () ->
            store
                .folds()
                .fold(
                    "RM_1",
                    room -> {
                      throw refusal();
                    }));
  }

  private static DataAccessException refusal() {
    return new DataAccessException("refused", new SQLException("deadlock detected", "40P01"));
  }

  private static void assertUnavailable(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageNotContaining("secret");
  }
}
