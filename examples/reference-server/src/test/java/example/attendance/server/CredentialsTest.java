package example.attendance.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.testkit.WebhookTrace;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody may post a webhook and ask for its health; all else takes credentials. */
class CredentialsTest {

  @TempDir private static Path directory;

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server =
        RunningServer.start(
            "server.port=0",
            "spring.datasource.url=jdbc:h2:file:"
                + directory.resolve("attendance")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/attendance/sessions",
        "/attendance/sessions/RM_1",
        "/attendance/sessions/RM_1/present",
        "/attendance/session?id=RM_1",
        "/attendance/sessions/RM_1/report.html",
        "/attendance/totals",
        "/webhooks/livekit",
        "/webhooks/livekit/health/more",
        "/actuator",
        "/"
      })
  void withoutCredentialsNothingIsTold(String path) throws Exception {
    HttpResponse<String> response = server.getOpenly(path);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(server.get(path, server.username(), "wrong").statusCode()).isEqualTo(401);
    assertThat(server.get(path, "wrong", server.password()).statusCode()).isEqualTo(401);
  }

  @Test
  void withCredentialsAttendanceIsTold() throws Exception {
    HttpResponse<String> response = server.get("/attendance/totals");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void healthIsOpen() throws Exception {
    HttpResponse<String> response = server.getOpenly(RunningServer.HEALTH);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).startsWith("{\"status\":\"ok\",\"timestamp\":\"");
    assertThat(response.body()).endsWith("\",\"service\":\"livekit-webhooks\"}");
    assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void theWebhookTakesNoCredentialsButASignature() throws Exception {
    WebhookTrace.Request request = CapturedLesson.read().requests().get(0);

    HttpResponse<String> signed = server.post(request.body(), Instant.now());
    assertThat(signed.statusCode()).isEqualTo(200);
    assertThat(signed.body()).isEmpty();
    assertThat(signed.headers().firstValue("Set-Cookie")).isEmpty();
    for (String authorization : List.of("", "Basic bm86bm8=", "Bearer x")) {
      HttpRequest.Builder unsigned =
          HttpRequest.newBuilder(server.uri(RunningServer.WEBHOOK))
              .POST(BodyPublishers.ofByteArray(request.body()));
      HttpResponse<String> refused =
          server.send(
              authorization.isEmpty() ? unsigned : unsigned.header("Authorization", authorization));
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.body()).isEmpty();
      assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();
      assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void aFormIsTakenLikeEverythingElse() throws Exception {
    byte[] body = "event=none&_csrf=x".getBytes(StandardCharsets.UTF_8);

    HttpResponse<String> response =
        server.send(
            HttpRequest.newBuilder(server.uri(RunningServer.WEBHOOK))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", server.sign(body, Instant.now()))
                .POST(BodyPublishers.ofByteArray(body)));

    assertThat(response.statusCode()).isEqualTo(200);
  }
}
