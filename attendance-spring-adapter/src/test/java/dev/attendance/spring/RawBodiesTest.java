package dev.attendance.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.event.EventId;
import dev.attendance.livekit.WebhookReceiver;
import dev.attendance.store.RawBody;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks' bodies are kept beside their events if the operator says so, wherever these are. */
class RawBodiesTest {

  @ParameterizedTest
  @CsvSource({"memory, plain", "memory, off", "jooq, plain", "jooq, compressed", "jooq, off"})
  void theSettingIsTheOperators(String store, String setting) {
    String inMemory = "jdbc:h2:mem:raw-bodies-" + setting + ";DB_CLOSE_DELAY=-1";
    try (TestServer server =
        TestServer.start(
            new Class<?>[] {TestApplication.class},
            "attendance.store=" + store,
            "spring.datasource.url=" + inMemory,
            "attendance.schema.create=true",
            "attendance.raw-bodies=" + setting)) {
      byte[] body =
          Webhooks.joined("EV_1", "RM_1", "math", "student-1", "Zoë Müller 李", Instant.now());
      assertThat(server.post(body).statusCode()).isEqualTo(200);
      assertThat(server.attendance().rawBody("RM_1", new EventId(WebhookReceiver.SOURCE, "EV_1")))
          .isEqualTo(setting.equals("off") ? Optional.empty() : Optional.of(RawBody.of(body)));
    }
  }
}
