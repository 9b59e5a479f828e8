package example.attendance.server;

import dev.attendance.testkit.GroundTruth;
import dev.attendance.testkit.WebhookTrace;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lesson that was captured from a real LiveKit server, to be told once more. */
final class CapturedLesson {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final WebhookTrace trace;
  private final GroundTruth truth;

  private CapturedLesson(WebhookTrace trace, GroundTruth truth) {
    this.trace = trace;
    this.truth = truth;
  }

  static CapturedLesson read() throws IOException {
    try (InputStream requests = resource("classroom.trace.jsonl");
        InputStream recorded = resource("classroom.truth.json")) {
      return new CapturedLesson(WebhookTrace.read(requests), GroundTruth.read(recorded));
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = WebhookTrace.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException("not in the test kit: " + name);
    }
    return in;
  }

  List<WebhookTrace.Request> requests() {
    return trace.requests();
  }

  String liveKitVersion() {
    return trace.header().liveKit();
  }

  /** What the clients recorded themselves. */
  GroundTruth truth() {
    return truth;
  }

  /** When the last request arrived. */
  Instant endedAt() {
    return trace.requests().get(trace.requests().size() - 1).receivedAt();
  }

  /**
   * Posts every body in the order of arrival, each signed anew.
   *
   * @return what was not answered with 200, a sentence each
   */
  List<String> tell(RunningServer server, InstantSource clock)
      throws IOException, InterruptedException {
    List<String> refused = new ArrayList<>();
    int number = 0;
    for (WebhookTrace.Request request : trace.requests()) {
      number++;
      HttpResponse<String> response = server.post(request.body(), clock.instant());
      if (response.statusCode() != 200) {
        refused.add("webhook " + number + " was answered with " + response.statusCode());
      }
    }
    return refused;
  }

  /**
   * Asks until all of it is folded and settled; nothing if it is not in time. What is told late, as
   * all of this is, may be settled more than once.
   */
  Optional<JsonNode> awaitSettled(RunningServer server, Duration patience)
      throws IOException, InterruptedException {
    long joins = joins();
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode sessions = server.json("/attendance/sessions").get("sessions");
      if (server.json("/attendance/totals").get("closed").asLong() == joins
          && sessions.get(0).get("state").asString().equals("FINAL")) {
        return Optional.of(
            server.json("/attendance/sessions/" + sessions.get(0).get("id").asString()));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return Optional.empty();
  }

  private long joins() {
    return trace.requests().stream()
        .map(request -> JsonMapper.shared().readTree(request.body()))
        .filter(body -> body.get("event").asString().equals("participant_joined"))
        .count();
  }
}
