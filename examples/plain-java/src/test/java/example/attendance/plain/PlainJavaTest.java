package example.attendance.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.livekit.LiveKitKeys;
import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.testkit.SettableClock;
import dev.attendance.testkit.WebhookSigner;
import dev.attendance.testkit.WebhookTrace;
import dev.attendance.time.Interval;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The app is told of a captured lesson and knows who was there. */
class PlainJavaTest {

  private static final SessionId LESSON = new SessionId("7B, 23 November");
  private static final Instant START = Instant.parse("2026-11-23T11:23:30Z");
  private static final Instant END = Instant.parse("2026-11-23T11:26:30Z");

  private final HttpClient http = HttpClient.newHttpClient();
  private final WebhookSigner signer = new WebhookSigner("key", "secret");
  private final SettableClock clock = new SettableClock(END);
  private final Timetable timetable = new Timetable();

  @Test
  void aLessonIsReportedAsItsRosterExpects() throws Exception {
    try (PlainJava app = new PlainJava(0, LiveKitKeys.of("key", "secret"), timetable, clock)) {
      timetable.put(
          new SessionPlan(
              LESSON,
              "7B",
              new Interval(START, END),
              Set.of("classroom"),
              List.of(expected("student-01", "Ada"), expected("student-99", "Max"))));
      for (WebhookTrace.Request request : lesson().requests()) {
        assertThat(post(app, request.body(), signer.sign(request.body(), END))).isEqualTo(200);
      }
      byte[] body = lesson().requests().get(0).body();
      assertThat(post(app, body, "not signed")).isEqualTo(401);
      assertThat(post(app, new byte[300_000], "not signed")).isEqualTo(413);

      clock.set(END.plusSeconds(300));
      assertThat(app.settle()).isEqualTo(1);

      assertThat(app.report(LESSON))
          .contains(
              "Ada: PRESENT, at least 180 s, at most 180 s",
              "Max: ABSENT, at least 0 s, at most 0 s",
              "Crash Dummy: PARTIAL, at least 80 s, at most 103 s");
      assertThat(app.report(new SessionId("another"))).isEmpty();
    }
  }

  private static RosterEntry expected(String person, String name) {
    return new RosterEntry(new PersonId(person), name, Optional.empty());
  }

  private static WebhookTrace lesson() throws IOException {
    try (InputStream in = WebhookTrace.class.getResourceAsStream("classroom.trace.jsonl")) {
      return WebhookTrace.read(Objects.requireNonNull(in));
    }
  }

  private int post(PlainJava app, byte[] body, String token) throws Exception {
    return http.send(
            HttpRequest.newBuilder(
                    URI.create("http://localhost:" + app.port() + "/webhooks/livekit"))
                .header("Authorization", token)
                .POST(BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }
}
