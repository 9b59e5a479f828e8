package dev.attendance.jooq.faults;

import com.zaxxer.hikari.HikariDataSource;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.jooq.AttendanceSchema;
import dev.attendance.jooq.JooqStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process that takes events is killed in the middle of it, and another takes over. */
@Tag("faults")
@Timeout(120)
class ApplicationKilledTest {

  private static final int KILLS = 3;
  private static final int ROOMS = 6;

  private final int people = Load.people(30);
  private final Traffic traffic = new Traffic(ROOMS, people);

  @Test
  void onAnH2FileNothingAcknowledgedIsLost(@TempDir Path folder) throws Exception {
    loseNothing("jdbc:h2:file:" + folder + "/db;WRITE_DELAY=0;USER=sa", SQLDialect.H2);
  }

  @Test
  void onPostgresNothingAcknowledgedIsLost() throws Exception {
    try (KillableServer server = KillablePostgres.create()) {
      loseNothing(server.url(), server.dialect());
    }
  }

  @Test
  void onMariaDbNothingAcknowledgedIsLost() throws Exception {
    try (KillableServer server = KillableMariaDb.create()) {
      loseNothing(server.url(), server.dialect());
    }
  }

  private void loseNothing(String url, SQLDialect dialect) throws Exception {
    try (HikariDataSource pool = Pools.of(url)) {
      AttendanceSchema.of(dialect).create(pool);
    }
    List<AttendanceEvent> acknowledged = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      NodeProcess node = NodeProcess.start(url, ROOMS, people, kill);
      node.awaitAcknowledged(traffic.events().size() / KILLS);
      node.kill();
      acknowledged.addAll(node.acknowledged());
    }
    try (HikariDataSource pool = Pools.of(url)) {
      new Afterwards(traffic, JooqStore.open(pool)).check(acknowledged);
    }
  }
}
