package dev.attendance.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.record.RevisionCause;
import dev.attendance.record.SessionRevision;
import dev.attendance.session.SessionId;
import dev.attendance.testkit.Events;
import dev.attendance.testkit.SettableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;

/** A session is settled while the beat that ends an outage is on its way to the database. */
class OutageAndSettlingTest {

  private final Queue<Runnable> beforeCommit = new ArrayDeque<>();

  @Test
  void theSessionIsSettledAnew() throws Exception {
    try (H2Files files = H2Files.create("")) {
      AttendanceSchema.of(SQLDialect.H2).create(files.pool());
      SettableClock clock = new SettableClock(Events.at(0));
      Attendance receiving = node(interrupted(DataSource.class, files.pool()), clock);
      Attendance settling = node(files.pool(), clock);
      Events room = Events.in("RM_1");
      List<AttendanceEvent> events = List.of(room.joined("ann", 5), room.left("ann", 70));
      receiving.heartbeat().runOnce();
      settling.record(events);
      clock.set(Events.at(5_000));
      beforeCommit.add(() -> assertThat(settling.calculateSessions().runOnce()).isEqualTo(1));
      receiving.heartbeat().runOnce();
      assertThat(beforeCommit).isEmpty();

      assertThat(settling.calculateSessions().runOnce()).isEqualTo(1);
      assertThat(settling.revisions().list(new SessionId("RM_1"), 1, 9))
          .singleElement()
          .extracting(SessionRevision::causes)
          .isEqualTo(Set.of(RevisionCause.BLIND_SPOT));
    }
  }

  private static Attendance node(DataSource database, SettableClock clock) {
    return Attendance.builder(JooqStore.open(database)).clock(clock).build();
  }

  private <T> T interrupted(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("commit") && !beforeCommit.isEmpty()) {
                beforeCommit.remove().run();
              }
              try {
                Object result = method.invoke(target, arguments);
                return result instanceof Connection connection
                    ? interrupted(Connection.class, connection)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
