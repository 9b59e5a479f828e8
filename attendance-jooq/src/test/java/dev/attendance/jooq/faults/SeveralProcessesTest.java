package dev.attendance.jooq.faults;

import com.zaxxer.hikari.HikariDataSource;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.jooq.AttendanceSchema;
import dev.attendance.jooq.JooqStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several nodes write and fold the same rooms at once, each in an order of its own, all twice. */
@Tag("faults")
@Timeout(120)
class SeveralProcessesTest {

  private static final int NODES = 3;
  private static final int ROOMS = 4;

  private final int people = Load.people(20);
  private final Traffic traffic = new Traffic(ROOMS, people);

  @Test
  void onPostgresNothingIsLostAndNothingTwice() throws Exception {
    try (KillableServer server = KillablePostgres.create()) {
      writeTogether(server);
    }
  }

  @Test
  void onMariaDbNothingIsLostAndNothingTwice() throws Exception {
    try (KillableServer server = KillableMariaDb.create()) {
      writeTogether(server);
    }
  }

  private void writeTogether(KillableServer server) throws Exception {
    AttendanceSchema.of(server.dialect()).create(server.dataSource());
    List<NodeProcess> nodes = new ArrayList<>();
    for (int node = 0; node < NODES; node++) {
      nodes.add(NodeProcess.start(server.url(), ROOMS, people, node));
    }
    List<AttendanceEvent> acknowledged = new ArrayList<>();
    for (NodeProcess node : nodes) {
      node.awaitEnd();
      acknowledged.addAll(node.acknowledged());
    }
    try (HikariDataSource pool = Pools.of(server.url())) {
      new Afterwards(traffic, JooqStore.open(pool)).check(acknowledged);
    }
  }
}
