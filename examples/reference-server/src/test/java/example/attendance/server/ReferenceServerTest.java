package example.attendance.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.testkit.TruthComparison;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The whole way, on each database: signed webhooks go in, and what comes out is the truth. */
@ExtendWith(OutputCaptureExtension.class)
class ReferenceServerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;

  @Test
  void onAnH2FileAndAcrossARestart(CapturedOutput output) throws Exception {
    CapturedLesson lesson = CapturedLesson.read();
    JsonNode before;
    try (RunningServer server = start(h2())) {
      assertThat(lesson.tell(server, InstantSource.system())).isEmpty();
      before = settled(server, lesson);
    }
    assertThat(Files.exists(directory.resolve("attendance.mv.db"))).isTrue();

    try (RunningServer server = start(h2())) {
      String id = before.get("session").get("id").asString();
      JsonNode after = server.json("/attendance/sessions/" + id);
      assertThat(after.get("records")).isEqualTo(before.get("records"));
      assertThat(after.get("cycles")).isEqualTo(before.get("cycles"));
      assertThat(after.get("revision")).isEqualTo(before.get("revision"));
      // What was told before is known, and changes nothing.
      assertThat(lesson.tell(server, InstantSource.system())).isEmpty();
      assertThat(webhooks(server, "duplicate")).isEqualTo(lesson.requests().size());
      assertThat(webhooks(server, "recorded")).isZero();
    }
    assertThat(output).doesNotContain("H2 keeps", "H2 writes");
  }

  @Test
  void onPostgreSql18(CapturedOutput output) throws Exception {
    CapturedLesson lesson = CapturedLesson.read();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        RunningServer server =
            start("spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"))) {
      JdbcTemplate database = server.context().getBean(JdbcTemplate.class);
      assertThat(database.queryForObject("select version()", String.class))
          .startsWith("PostgreSQL 18");
      assertThat(
              database.queryForObject(
                  "select count(*) from attendance_schema_history where success", Integer.class))
          .isPositive();

      assertThat(lesson.tell(server, InstantSource.system())).isEmpty();

      settled(server, lesson);
      // This PostgreSQL is made for tests, and is reported as what it is.
      assertThat(output).contains("synchronous_commit=off");
    }
  }

  @Test
  void onMariaDb(CapturedOutput output) throws Exception {
    CapturedLesson lesson = CapturedLesson.read();
    try (MariaDb mariaDb = MariaDb.start();
        RunningServer server =
            start("spring.datasource.url=" + mariaDb.url(), "spring.datasource.username=root")) {
      JdbcTemplate database = server.context().getBean(JdbcTemplate.class);
      assertThat(database.queryForObject("select version()", String.class)).contains("MariaDB");
      assertThat(
              database.queryForObject(
                  "select count(*) from attendance_schema_history where success", Integer.class))
          .isPositive();

      assertThat(lesson.tell(server, InstantSource.system())).isEmpty();

      settled(server, lesson);
      assertThat(output).doesNotContain("The database runs with");
    }
  }

  @Test
  void anH2FileThatIsNotDurableIsReported(CapturedOutput output) {
    try (RunningServer server =
        start("spring.datasource.url=jdbc:h2:file:" + directory.resolve("lazy"))) {
      assertThat(server.context().isRunning()).isTrue();
    }

    assertThat(output).contains("WRITE_DELAY=0");
  }

  @Test
  void theProfileLocalCalculatesEveryTenSeconds() {
    try (RunningServer server =
        RunningServer.start(h2(), "server.port=0", "spring.profiles.active=local")) {
      assertThat(every(server)).isEqualTo("10s");
    }
    try (RunningServer server = RunningServer.start(h2(), "server.port=0")) {
      assertThat(every(server)).isNull();
    }
  }

  private static String every(RunningServer server) {
    return server
        .context()
        .getEnvironment()
        .getProperty("attendance.jobs.calculate-sessions.every");
  }

  private static RunningServer start(String... properties) {
    List<String> all = new ArrayList<>(List.of(properties));
    all.add("server.port=0");
    all.add("attendance.jobs.calculate-sessions.every=200ms");
    return RunningServer.start(all.toArray(String[]::new));
  }

  private String h2() {
    return "spring.datasource.url=jdbc:h2:file:"
        + directory.resolve("attendance")
        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
  }

  /** The lesson's attendance, which agrees with what the clients recorded. */
  private static JsonNode settled(RunningServer server, CapturedLesson lesson)
      throws IOException, InterruptedException {
    JsonNode session = lesson.awaitSettled(server, PATIENCE).orElseThrow();
    assertThat(TruthComparison.differences(lesson.truth(), LessonTable.computed(session)))
        .isEmpty();
    assertThat(session.get("records")).hasSize(12);
    assertThat(session.get("attempts")).hasSize(1);
    assertThat(webhooks(server, "recorded")).isEqualTo(lesson.requests().size());
    return session;
  }

  private static int webhooks(RunningServer server, String answer)
      throws IOException, InterruptedException {
    return server.json("/attendance/totals").get("webhooksSinceStart").get(answer).asInt();
  }
}
