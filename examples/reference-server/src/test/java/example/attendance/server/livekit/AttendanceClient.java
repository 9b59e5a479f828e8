package example.attendance.server.livekit;

import dev.attendance.testkit.TruthComparison.Computed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads attendance from the reference server as any other program would: over HTTP. */
final class AttendanceClient {

  static final String USER = "teacher";
  static final String PASSWORD = "for-this-test-only";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;

  AttendanceClient(URI server) {
    this.server = server;
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    String credentials =
        Base64.getEncoder()
            .encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    HttpResponse<byte[]> response =
        http.send(
            HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Basic " + credentials)
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(path + " answered " + response.statusCode());
    }
    return JSON.readTree(response.body());
  }

  /** Asks until the session of the room is settled. */
  JsonNode awaitFinal(String room, Duration patience) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    JsonNode latest = null;
    while (System.nanoTime() < deadline) {
      for (JsonNode session : get("/attendance/sessions").get("sessions")) {
        if (session.get("title").asString().equals(room)) {
          latest = get("/attendance/sessions/" + session.get("id").asString());
        }
      }
      if (latest != null && latest.get("session").get("state").asString().equals("FINAL")) {
        return latest;
      }
      Pace.until(System.nanoTime() + PAUSE.toNanos());
    }
    throw new IllegalStateException("not settled in " + patience + ": " + latest);
  }

  static List<Computed> computed(JsonNode session) {
    return session.get("cycles").valueStream().map(AttendanceClient::cycle).toList();
  }

  static List<String> persons(JsonNode session, String list) {
    return session.get(list).valueStream().map(node -> node.get("person").asString()).toList();
  }

  private static Computed cycle(JsonNode cycle) {
    JsonNode end = cycle.get("end");
    return new Computed(
        cycle.get("identity").asString(),
        cycle.get("participantSid").asString(),
        Instant.parse(cycle.get("start").get("best").asString()),
        Instant.parse(end.get("earliest").asString()),
        Instant.parse(end.get("best").asString()),
        Instant.parse(end.get("latest").asString()),
        end.get("evidence").asString());
  }
}
