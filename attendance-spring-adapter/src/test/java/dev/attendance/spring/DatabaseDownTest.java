package dev.attendance.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attendance.report.SessionReport;
import dev.attendance.session.SessionId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL goes away in the middle of a lesson and comes back. */
class DatabaseDownTest {

  private static final String HEALTH = "/webhooks/livekit/health";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void whatWasRefusedIsAcceptedOnTheRetry(@TempDir Path directory) throws Exception {
    EmbeddedPostgres database = builder(directory).start();
    int port = database.getPort();
    try (TestServer server =
        TestServer.start(
            new Class<?>[] {TestApplication.class},
            "spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
            "spring.datasource.hikari.connection-timeout=500",
            "spring.datasource.hikari.validation-timeout=400",
            "attendance.schema.create=true",
            "attendance.api.enabled=true",
            "attendance.jobs.fold-pending.every=100ms")) {
      Instant now = Instant.now();
      byte[] before = Webhooks.joined("EV_1", "RM_1", "math", "ann", "Ann", now);
      byte[] during = Webhooks.joined("EV_2", "RM_1", "math", "ben", "Ben", now);
      byte[] garbage = "{\"event\":".getBytes(StandardCharsets.UTF_8);
      String signature = server.signature(during);
      assertThat(server.post(before).statusCode()).isEqualTo(200);
      assertThat(server.get(HEALTH).statusCode()).isEqualTo(200);

      database.close();

      assertThat(server.post(during, signature).statusCode()).isEqualTo(503);
      assertThat(server.post(during, signature).body()).isEmpty();
      assertThat(server.post(garbage).statusCode()).isEqualTo(503);
      await().atMost(PATIENCE).until(() -> server.get(HEALTH).statusCode() == 503);
      assertThat(server.get(HEALTH).body()).startsWith("{\"status\":\"down\",");
      assertThat(server.get("/attendance/totals").statusCode()).isEqualTo(503);
      assertThat(server.post(during, "not signed").statusCode()).isEqualTo(401);

      try (EmbeddedPostgres back = builder(directory).setPort(port).start()) {
        assertThat(back.getPort()).isEqualTo(port);
        await().atMost(PATIENCE).until(() -> server.get(HEALTH).statusCode() == 200);

        assertThat(server.post(during, signature).statusCode()).isEqualTo(200);
        assertThat(server.post(garbage).statusCode()).isEqualTo(200);
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(
                            server
                                .attendance()
                                .report(new SessionId("RM_1"))
                                .map(SessionReport::present)
                                .orElse(List.of()))
                        .extracting(person -> person.person().value())
                        .containsExactlyInAnyOrder("ann", "ben"));
        assertThat(server.counts()).containsEntry("unavailable", 3L).containsEntry("recorded", 2L);
      }
    }
  }

  private static EmbeddedPostgres.Builder builder(Path directory) {
    return EmbeddedPostgres.builder().setDataDirectory(directory).setCleanDataDirectory(false);
  }
}
