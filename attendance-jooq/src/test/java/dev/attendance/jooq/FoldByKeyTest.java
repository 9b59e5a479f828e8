package dev.attendance.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.testkit.Events;
import java.sql.Connection;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What a fold on PostgreSQL reads does not grow with what else waits. */
class FoldByKeyTest {

  @Test
  void noTableIsReadWholeThoughNobodyHasCountedItsRowsYet() throws Exception {
    DataSource database = PostgresServer.database("foldbykeytest");
    AttendanceSchema.of(SQLDialect.POSTGRES).create(database);
    try (CheckedDataSource connections =
        CheckedDataSource.ofPostgres(database, true, Connection.TRANSACTION_READ_COMMITTED)) {
      JooqStore store = JooqStore.builder(connections, SQLDialect.POSTGRES).build();
      Attendance attendance = Attendance.builder(store).foldExecutor(Runnable::run).build();
      for (int room = 0; room < 120; room++) {
        store.events().append(events("RM_" + room, 0));
      }
      DSLContext open = DSL.using(connections, SQLDialect.POSTGRES);
      long before = rowsReadWhole(open);
      for (int room = 0; room < 30; room++) {
        attendance.record(events("RM_" + room, 100));
      }
      assertThat(rowsReadWhole(open) - before).isZero();
    }
  }

  @Test
  void everyFoldIsPlannedByKeyUntilItsTransactionEnds() throws Exception {
    DataSource database = PostgresServer.database("foldbykeytest_plans");
    AttendanceSchema.of(SQLDialect.POSTGRES).create(database);
    try (Connection connection = database.getConnection()) {
      DSLContext open = DSL.using(connection, SQLDialect.POSTGRES);
      open.transaction(
          fold -> {
            JooqRoomTransaction.lock(fold.dsl(), "RM_1");
            assertThat(readsWhole(fold.dsl())).as("in the fold of a new room").isEqualTo("off");
          });
      assertThat(readsWhole(open)).as("afterwards").isEqualTo("on");
      open.transaction(
          fold -> {
            JooqRoomTransaction.lock(fold.dsl(), "RM_1");
            assertThat(readsWhole(fold.dsl())).as("in that of a known one").isEqualTo("off");
          });
    }
  }

  private static String readsWhole(DSLContext open) {
    return open.fetchSingle("show enable_seqscan").get(0, String.class);
  }

  private static List<AttendanceEvent> events(String roomSid, int second) {
    Events room = Events.in(roomSid);
    return IntStream.range(second, second + 80)
        .mapToObj(i -> (AttendanceEvent) room.joined("person " + i, i))
        .toList();
  }

  private static long rowsReadWhole(DSLContext open) {
    open.fetch("select pg_stat_force_next_flush()");
    return open.fetchSingle("select sum(seq_tup_read) from pg_stat_user_tables").get(0, Long.class);
  }
}
