package dev.attendance.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attendance.Attendance;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.RoomInstance;
import dev.attendance.event.RoomStarted;
import dev.attendance.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What an application records inside its own transaction shares that transaction's fate. */
class CallerTransactionTest {

  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

  private static TestServer server;
  private static Lessons lessons;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            new Class<?>[] {TestApplication.class, Host.class},
            "spring.datasource.url=jdbc:h2:mem:transactions;DB_CLOSE_DELAY=-1",
            "attendance.schema.create=true",
            // Long after the test: what is folded here, the commit had folded.
            "attendance.jobs.fold-pending.every=1h");
    lessons = server.context().getBean(Lessons.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whatIsCommittedIsKeptAndThenFolded() {
    lessons.open("committed");

    assertThat(lessons.known("committed")).isEqualTo(1);
    await().until(() -> server.attendance().report(new SessionId("committed")).isPresent());
  }

  @Test
  void whatIsRolledBackNeverWas() {
    try {
      lessons.openAndFail("rolled back");
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("on second thoughts");
    }

    assertThat(lessons.known("rolled back")).isZero();
    server.attendance().foldPending().runOnce();
    assertThat(server.attendance().report(new SessionId("rolled back"))).isEmpty();
    // It was no duplicate either.
    lessons.open("rolled back");
    await().until(() -> server.attendance().report(new SessionId("rolled back")).isPresent());
  }

  @Test
  void withoutATransactionItIsKeptAtOnce() {
    server.attendance().record(List.of(started("alone")));

    await().until(() -> server.attendance().report(new SessionId("alone")).isPresent());
  }

  @Test
  void aTransactionElsewhereIsNotJoined() {
    new TransactionTemplate(new FoldThreadsTest.NoTransactions())
        .executeWithoutResult(
            status -> {
              server.attendance().record(List.of(started("elsewhere")));
              status.setRollbackOnly();
            });

    server.attendance().foldPending().runOnce();
    assertThat(server.attendance().report(new SessionId("elsewhere"))).isPresent();
  }

  static RoomStarted started(String sid) {
    return new RoomStarted(
        new EventHeader(
            new EventId("test", sid), new RoomInstance(sid, "math", Optional.of(AT)), AT, AT));
  }

  /** A service as an application has it. */
  static class Lessons {
    private final Attendance attendance;
    private final JdbcTemplate database;

    Lessons(Attendance attendance, DataSource dataSource) {
      this.attendance = attendance;
      this.database = new JdbcTemplate(dataSource);
      database.execute("create table lesson (id varchar(50))");
    }

    @Transactional
    public void open(String id) {
      database.update("insert into lesson values (?)", id);
      attendance.record(List.of(started(id)));
    }

    @Transactional
    public void openAndFail(String id) {
      open(id);
      throw new IllegalStateException("on second thoughts");
    }

    public int known(String id) {
      Integer count =
          database.queryForObject("select count(*) from lesson where id = ?", Integer.class, id);
      return count == null ? 0 : count;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableTransactionManagement(proxyTargetClass = true)
  static class Host {

    @Bean
    Lessons lessons(
        Attendance attendance, DataSource dataSource, PlatformTransactionManager transactions) {
      assertThat(transactions).isNotNull();
      return new Lessons(attendance, dataSource);
    }
  }
}
