package dev.attendance.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.session.SessionId;
import dev.attendance.testkit.WebhookSigner;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The webhook contract over real HTTP. */
class WebhookOverHttpTest {

  private static final int LIMIT = 256 * 1024;
  private static final AtomicLong SERIAL = new AtomicLong();

  private static TestServer server;

  @BeforeAll
  static void start() {
    // A filter that asks every form for a parameter is the one most likely to eat the body.
    server = TestServer.inMemory("spring.mvc.hiddenmethod.filter.enabled=true");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private final String room = "RM_" + SERIAL.incrementAndGet();
  private final byte[] body =
      Webhooks.joined("EV_" + room, room, "math", "student-1", "Zoë Müller 李", now());

  @Test
  void aSignedWebhookIsRecordedAndAnsweredWithNothing() {
    HttpResponse<String> response = server.post(body);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    server.attendance().foldPending().runOnce();
    var report = server.attendance().report(new SessionId(room)).orElseThrow();
    assertThat(report.present()).hasSize(1);
    assertThat(report.present().get(0).name()).isEqualTo("Zoë Müller 李");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/webhook+json",
        "application/json; charset=iso-8859-1",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain",
        "no content type at all"
      })
  void theContentTypeDoesNotMatter(String contentType) {
    HttpResponse<String> response =
        server.post(BodyPublishers.ofByteArray(body), contentType, server.signature(body));

    assertThat(response.statusCode()).isEqualTo(200);
    assertStored();
  }

  @Test
  void aBodyOfUnknownLengthIsTaken() {
    HttpResponse<String> response =
        server.post(
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
            TestServer.JSON,
            server.signature(body));

    assertThat(response.statusCode()).isEqualTo(200);
    assertStored();
  }

  @Test
  void aBearerPrefixIsTolerated() {
    assertThat(server.post(body, "Bearer " + server.signature(body)).statusCode()).isEqualTo(200);
    assertStored();
  }

  @Test
  void aDuplicateIsAnsweredLikeTheFirst() {
    long before = server.counts().get("duplicate");

    assertThat(server.post(body).statusCode()).isEqualTo(200);
    assertThat(server.post(body).statusCode()).isEqualTo(200);

    assertThat(server.counts().get("duplicate")).isEqualTo(before + 1);
  }

  @Test
  void withoutATokenItIsRejected() {
    assertRejected(server.post(body, null));
  }

  @Test
  void withATokenThatIsNoneItIsRejected() {
    assertRejected(server.post(body, "let me in"));
  }

  @Test
  void withAWrongSignatureItIsRejected() {
    assertRejected(
        server.post(body, new WebhookSigner("devkey", "another secret").sign(body, now())));
  }

  @Test
  void withAForeignKeyItIsRejected() {
    assertRejected(server.post(body, new WebhookSigner("otherkey", "secret").sign(body, now())));
  }

  @Test
  void withAnExpiredTokenItIsRejected() {
    Instant longAgo = now().minus(WebhookSigner.VALIDITY).minus(Duration.ofMinutes(2));

    assertRejected(server.post(body, new WebhookSigner("devkey", "secret").sign(body, longAgo)));
  }

  @Test
  void withAnotherBodyThanWasSignedItIsRejected() {
    byte[] changed =
        Webhooks.joined("EV_" + room, room, "math", "student-2", "Zoë Müller 李", now());

    assertRejected(server.post(changed, server.signature(body)));
  }

  @Test
  void aBodyOfTheLimitIsReadAndOneByteMoreIsNot() {
    byte[] longest = new byte[LIMIT];
    byte[] tooLong = new byte[LIMIT + 1];

    assertThat(server.post(longest, null).statusCode()).isEqualTo(401);
    HttpResponse<String> response = server.post(tooLong, server.signature(tooLong));
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void aBodyAnnouncedAsTooLongIsRefusedBeforeItIsSent() throws Exception {
    try (Socket socket = new Socket("localhost", server.port())) {
      socket.setSoTimeout(10_000);
      send(
          socket,
          "POST /webhooks/livekit HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000\r\n\r\n");

      assertThat(statusLine(socket)).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void aBodyThatGrowsTooLongIsRefusedBeforeItEnds() throws Exception {
    try (Socket socket = new Socket("localhost", server.port())) {
      socket.setSoTimeout(10_000);
      send(
          socket,
          "POST /webhooks/livekit HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
              + Integer.toHexString(LIMIT + 1)
              + "\r\n"
              + " ".repeat(LIMIT + 1));

      assertThat(statusLine(socket)).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void signedGarbageGoesToQuarantine() {
    long before = server.attendance().totals().quarantined();
    byte[] garbage = ("{\"event\":\"participant_joined\",\"nonsense " + room).getBytes(UTF_8);

    HttpResponse<String> response = server.post(garbage);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(server.attendance().totals().quarantined()).isEqualTo(before + 1);
  }

  @Test
  void anUnknownEventIsCounted() {
    long before = server.counts().get("ignored");

    assertThat(server.post(Webhooks.unknown("EV_new_" + room)).statusCode()).isEqualTo(200);

    assertThat(server.counts().get("ignored")).isEqualTo(before + 1);
  }

  @Test
  void healthSaysExactlyThis() {
    Instant before = Instant.now();
    HttpResponse<String> response = server.get("/webhooks/livekit/health");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    String timestamp = TestServer.json(response).get("timestamp").asString();
    assertThat(response.body())
        .isEqualTo(
            "{\"status\":\"ok\",\"timestamp\":\""
                + timestamp
                + "\",\"service\":\"livekit-webhooks\"}");
    assertThat(Instant.parse(timestamp))
        .isBetween(before.minusMillis(1), Instant.now().plusMillis(1));
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  private void assertStored() {
    server.attendance().foldPending().runOnce();
    assertThat(server.attendance().report(new SessionId(room))).isPresent();
  }

  private void assertRejected(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().firstValue("WWW-Authenticate")).isEmpty();
    server.attendance().foldPending().runOnce();
    assertThat(server.attendance().report(new SessionId(room))).isEmpty();
  }

  private static Instant now() {
    return Instant.now();
  }

  private static void send(Socket socket, String text) throws Exception {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String statusLine(Socket socket) throws Exception {
    InputStream in = socket.getInputStream();
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != -1 && c != '\r'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
