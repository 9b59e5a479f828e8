package dev.attendance.jooq.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.attendance.Attendance;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.jooq.AttendanceSchema;
import dev.attendance.jooq.JooqStore;
import java.util.Collection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The database is killed again and again while events come in from all sides. */
@Tag("faults")
@Timeout(120)
class DatabaseKilledTest {

  private static final int KILLS = 3;

  private final Traffic traffic = new Traffic(6, Load.people(40));

  @Test
  void postgresLosesNothingThatWasAcknowledged() throws Exception {
    try (KillableServer server = KillablePostgres.create()) {
      loseNothing(server);
    }
  }

  @Test
  void mariaDbLosesNothingThatWasAcknowledged() throws Exception {
    try (KillableServer server = KillableMariaDb.create()) {
      loseNothing(server);
    }
  }

  private void loseNothing(KillableServer server) throws Exception {
    AttendanceSchema.of(server.dialect()).create(server.dataSource());
    Outage outage = new Outage();
    try (HikariDataSource pool = Pools.of(server.url())) {
      JooqStore store = JooqStore.open(pool);
      RunningLoad load =
          RunningLoad.start(Attendance.builder(store).build(), outage, traffic.asDelivered(1));
      for (int kill = 0; kill < KILLS; kill++) {
        load.awaitAcknowledged(traffic.events().size() / (KILLS + 1));
        assertThat(load.isDone()).isFalse();
        outage.begin();
        server.kill();
        server.startAgain();
        outage.end();
      }
      Collection<AttendanceEvent> acknowledged = load.awaitEnd();
      assertThat(acknowledged).hasSize(2 * traffic.events().size());
      new Afterwards(traffic, store).check(acknowledged);
    }
  }
}
