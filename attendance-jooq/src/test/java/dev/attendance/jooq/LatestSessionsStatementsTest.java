package dev.attendance.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.testkit.Events;
import dev.attendance.testkit.SettableClock;
import java.util.List;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;

/** How many statements the list of the latest sessions takes. */
class LatestSessionsStatementsTest {

  private static final int SESSIONS = 30;

  @Test
  void ofSettledSessionsTheyGrowByNoMoreThanTheQuestionWhoseARoomIs() throws Exception {
    try (H2Files files = H2Files.create("")) {
      AttendanceSchema.of(SQLDialect.H2).create(files.pool());
      CountedStatements statements = new CountedStatements(files.pool());
      SettableClock clock = new SettableClock(Events.at(0));
      Attendance attendance =
          Attendance.builder(JooqStore.open(statements.dataSource())).clock(clock).build();
      for (int i = 0; i < SESSIONS; i++) {
        Events room = Events.in("RM_" + i);
        attendance.record(List.of(room.joined("ann", i), room.left("ann", 60 + i)));
      }
      clock.set(Events.at(5_000));
      assertThat(attendance.calculateSessions().runOnce()).isEqualTo(SESSIONS);
      statements.take();
      assertThat(attendance.latestSessions(1)).hasSize(1);
      int one = statements.take();
      assertThat(attendance.latestSessions(SESSIONS)).hasSize(SESSIONS);
      assertThat(statements.take() - one).isEqualTo(SESSIONS - 1);
    }
  }
}
