package dev.attendance.jooq.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.attendance.Attendance;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.jooq.AttendanceSchema;
import dev.attendance.jooq.JooqStore;
import dev.attendance.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The disk of the database is full for a while. */
@Tag("faults")
@Timeout(120)
class DiskFullTest {

  private final Traffic traffic = new Traffic(6, Load.people(60));

  /** The server goes on by itself, or is started again where it gave up. */
  @Test
  void onPostgresNothingAcknowledgedIsLost() throws Exception {
    Outage outage = new Outage();
    try (SmallDisk disk = SmallDisk.ofMegabytes(256);
        KillablePostgres server = KillablePostgres.in(disk.folder());
        HikariDataSource pool = Pools.of(server.url())) {
      AttendanceSchema.of(server.dialect()).create(pool);
      JooqStore store = JooqStore.open(pool);
      RunningLoad load =
          RunningLoad.start(Attendance.builder(store).build(), outage, traffic.asDelivered(4));
      load.awaitAcknowledged(traffic.events().size() / 4);
      outage.begin();
      disk.fill();
      outage.awaitNotice();
      assertThat(load.isDone()).isFalse();
      disk.free();
      server.startAgainIfDead();
      outage.end();
      Collection<AttendanceEvent> acknowledged = load.awaitEnd();
      assertThat(acknowledged).hasSize(2 * traffic.events().size());
      new Afterwards(traffic, store).check(acknowledged);
    }
  }

  /** H2 closes a file that it cannot write; whoever embeds it has to open it anew. */
  @Test
  void onAnH2FileNothingAcknowledgedIsLost() throws Exception {
    try (SmallDisk disk = SmallDisk.ofMegabytes(64)) {
      String url = "jdbc:h2:file:" + disk.folder() + "/db;WRITE_DELAY=0;USER=sa";
      Collection<AttendanceEvent> acknowledged = new ArrayList<>();
      try (HikariDataSource pool = Pools.of(url)) {
        AttendanceSchema.of(SQLDialect.H2).create(pool);
        Attendance attendance = Attendance.builder(JooqStore.open(pool)).build();
        Iterator<AttendanceEvent> events = traffic.asDelivered(4).iterator();
        for (int i = 0; i < traffic.events().size() / 4; i++) {
          acknowledged.add(record(attendance, events.next()));
        }
        disk.fill();
        assertThatThrownBy(
                () -> {
                  while (true) {
                    acknowledged.add(record(attendance, events.next()));
                  }
                })
            .isInstanceOf(StoreUnavailableException.class);
      }
      disk.free();
      try (HikariDataSource pool = Pools.of(url)) {
        new Afterwards(traffic, JooqStore.open(pool)).check(acknowledged);
      }
    }
  }

  private static AttendanceEvent record(Attendance attendance, AttendanceEvent event) {
    attendance.record(List.of(event));
    return event;
  }
}
