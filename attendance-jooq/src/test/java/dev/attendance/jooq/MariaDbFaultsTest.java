package dev.attendance.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.cycle.RoomMarks;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.StoreUnavailableException;
import dev.attendance.testkit.Events;
import dev.attendance.testkit.Folded;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store does when MariaDB cannot, or will not for the moment. */
class MariaDbFaultsTest {

  private final AttendanceEvent event = Events.in("RM_1").joined("secret identity", 1);
  private DataSource database;
  private AttendanceStore store;

  @BeforeEach
  void createTables() {
    database = MariaDbServer.database("faults");
    AttendanceSchema.of(SQLDialect.MARIADB).create(database);
    store = JooqStore.open(database);
  }

  @AfterEach
  void deleteRows() {
    Rows.deleteAll(database, SQLDialect.MARIADB);
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
                      killOtherConnections();
                      room.pending(1);
                    }));
    assertThat(store.rooms().room("RM_1")).isEmpty();
    assertThat(store.folds().roomsToFold(9)).containsExactly("RM_1");
  }

  private void killOtherConnections() {
    DSLContext open = DSL.using(database, SQLDialect.MARIADB);
    open.fetch(
            "select id from information_schema.processlist"
                + " where db = 'faults' and id <> connection_id()")
        .forEach(row -> open.execute("kill " + row.get(0, Long.class)));
  }

  @Test
  void aServerThatRefusesToWriteIsUnavailable() {
    store.events().append(List.of(event));
    AttendanceStore readOnly =
        JooqStore.open(MariaDbServer.database("faults", "?sessionVariables=tx_read_only=1"));
    assertUnavailable(() -> readOnly.events().checkWritable());
    assertUnavailable(() -> readOnly.events().append(List.of(event)));
    assertThat(readOnly.events().events("RM_1")).containsExactly(event);
  }

  @Test
  void whatDoesNotFitIsADefectAndNeitherCutNorTakenForADuplicate() {
    DataSource narrow = MariaDbServer.database("faults_narrow");
    AttendanceSchema.of(SQLDialect.MARIADB).create(narrow);
    DSL.using(narrow, SQLDialect.MARIADB)
        .execute("alter table attendance_event modify identity varbinary(3)");
    AttendanceStore broken = JooqStore.open(narrow);
    assertThatThrownBy(() -> broken.events().append(List.of(event)))
        .isInstanceOf(DataAccessException.class);
    assertThat(broken.events().events("RM_1")).isEmpty();
  }

  /** It undoes the whole transaction of one of the two: to run an append again would hide that. */
  @Test
  void aDeadlockInTheCallersTransactionIsToldAndNothingOfTheTransactionIsLeft() throws Exception {
    AttendanceEvent first = Events.in("RM_a").started(1);
    AttendanceEvent second = Events.in("RM_b").started(1);
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    List<Callable<Boolean>> callers =
        List.of(
            () -> appendInOneTransaction("RM_one", first, second, bothHoldOne),
            () -> appendInOneTransaction("RM_two", second, first, bothHoldOne));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Boolean> appended = new ArrayList<>();
    try {
      for (Future<Boolean> caller : threads.invokeAll(callers)) {
        appended.add(caller.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(appended).containsExactlyInAnyOrder(true, false);
    assertThat(store.events().events("RM_a")).containsExactly(first);
    assertThat(store.events().events("RM_b")).containsExactly(second);
    assertThat(store.events().events("RM_one")).hasSize(appended.get(0) ? 1 : 0);
    assertThat(store.events().events("RM_two")).hasSize(appended.get(1) ? 1 : 0);
  }

  private boolean appendInOneTransaction(
      String ownRoom, AttendanceEvent before, AttendanceEvent after, CyclicBarrier bothHoldOne)
      throws Exception {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      AttendanceStore joining =
          JooqStore.builder(database, SQLDialect.MARIADB)
              .joining(() -> Optional.of(connection))
              .build();
      joining.events().append(List.of(Events.in(ownRoom).started(1)));
      joining.events().append(List.of(before));
      bothHoldOne.await();
      try {
        assertThat(joining.events().append(List.of(after))).containsExactly(AppendOutcome.APPENDED);
        return true;
      } catch (StoreUnavailableException e) {
        return false;
      } finally {
        connection.commit();
      }
    }
  }

  /** The default from 11.6 on. The caller has to begin anew, for it to see what is there now. */
  @Test
  void whatASnapshotOfTheCallersDoesNotShowIsRefusedIfSnapshotsAreKeptStrictly() throws Exception {
    try (Connection connection =
        MariaDbServer.database("faults", "?sessionVariables=innodb_snapshot_isolation=ON")
            .getConnection()) {
      connection.setAutoCommit(false);
      AttendanceStore joining =
          JooqStore.builder(database, SQLDialect.MARIADB)
              .joining(() -> Optional.of(connection))
              .build();
      assertThat(joining.events().events("RM_1")).isEmpty();
      store.events().append(List.of(event));
      assertUnavailable(() -> joining.events().append(List.of(event)));
      connection.rollback();
      assertThat(joining.events().append(List.of(event))).containsExactly(AppendOutcome.DUPLICATE);
      connection.commit();
    }
  }

  private static void assertUnavailable(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageNotContaining("secret");
  }
}
