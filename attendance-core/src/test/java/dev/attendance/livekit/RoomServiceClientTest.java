package dev.attendance.livekit;

import static dev.attendance.livekit.RoomServiceDouble.json;
import static dev.attendance.livekit.RoomServiceDouble.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.RoomInstance;
import dev.attendance.testkit.SettableClock;
import dev.attendance.testkit.WebhookSigner;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomServiceClientTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00.123Z");
  private static final RoomInstance ROOM = new RoomInstance("RM_1", "math \"1\"", Optional.empty());

  private static final String NO_ROOMS = "{\"rooms\":[]}";
  private static final String ROOMS =
      """
      {"rooms":[{"sid":"RM_1","name":"math \\"1\\"","empty_timeout":300,"departure_timeout":20,\
      "max_participants":0,"creation_time":"1785139200","creation_time_ms":"1785139200123",\
      "turn_password":"","enabled_codecs":[{"mime":"audio/opus","fmtp_line":""}],"metadata":"",\
      "num_participants":2,"num_publishers":0,"active_recording":false,"version":null}]}""";
  private static final String ANNA =
      """
      {"sid":"PA_1","identity":"anna","state":"ACTIVE","tracks":[],"metadata":"{}",\
      "joined_at":"1785139200","joined_at_ms":"1785139200456","name":"Anna","version":3,\
      "permission":{"can_subscribe":true,"can_publish":true,"can_publish_data":true,\
      "can_publish_sources":[],"hidden":false,"recorder":false,"can_update_metadata":false,\
      "agent":false,"can_subscribe_metrics":false},"region":"","is_publisher":false,\
      "kind":"STANDARD","attributes":{},"disconnect_reason":"UNKNOWN_REASON","kind_details":[]}""";
  private static final String PARTICIPANTS = participants(ANNA);

  private final RoomServiceDouble server =
      new RoomServiceDouble()
          .answering("ListRooms", json(200, ROOMS))
          .answering("ListParticipants", json(200, PARTICIPANTS));
  private final CountDownLatch testIsOver = new CountDownLatch(1);

  @AfterEach
  void stop() {
    testIsOver.countDown();
    server.close();
  }

  @Test
  void whoIsUpIsListed() {
    assertThat(ask()).contains(List.of(anna()));
  }

  @Test
  void everyKindIsListedAndNobodyWhoIsNotUp() {
    String others =
        participants(
            ANNA.replace("PA_1", "PA_2").replace("ACTIVE", "JOINING"),
            ANNA.replace("PA_1", "PA_3").replace("ACTIVE", "JOINED"),
            ANNA.replace("PA_1", "PA_4").replace("ACTIVE", "DISCONNECTED"),
            ANNA.replace("PA_1", "PA_5").replace("STANDARD", "EGRESS"),
            ANNA.replace("PA_1", "PA_6").replace("\"hidden\":false", "\"hidden\":true"),
            ANNA.replace("PA_1", "PA_7").replace("\"ACTIVE\"", "2"),
            ANNA.replace("PA_1", "PA_8").replace("\"ACTIVE\"", "1"));
    server.answering("ListParticipants", json(200, others));

    List<Participant> listed = ask().orElseThrow();

    assertThat(listed).extracting(Participant::sid).containsExactly("PA_5", "PA_6", "PA_7");
    assertThat(listed.get(0).kind()).isEqualTo(ParticipantKind.EGRESS);
    assertThat(listed.get(1).hidden()).isTrue();
  }

  @Test
  void eachQuestionIsAskedWithATokenForItAlone() {
    ask();

    List<RoomServiceDouble.Request> requests = server.requests();
    assertThat(requests)
        .extracting(RoomServiceDouble.Request::method)
        .containsExactly(
            "POST /twirp/livekit.RoomService/ListParticipants",
            "POST /twirp/livekit.RoomService/ListRooms");
    assertThat(requests)
        .extracting(RoomServiceDouble.Request::body)
        .containsExactly("{\"room\":\"math \\\"1\\\"\"}", "{\"names\":[\"math \\\"1\\\"\"]}");
    assertThat(requests)
        .extracting(RoomServiceDouble.Request::contentType)
        .containsOnly("application/json");
    long expiry = NOW.getEpochSecond() + 60;
    assertThat(claims(requests.get(0)))
        .startsWith("{\"iss\":\"devkey\",\"exp\":" + expiry + ",\"video\":{")
        .contains("\"roomAdmin\":true", "\"room\":\"math \\\"1\\\"\"")
        .doesNotContain("roomList");
    assertThat(claims(requests.get(1)))
        .isEqualTo("{\"iss\":\"devkey\",\"exp\":" + expiry + ",\"video\":{\"roomList\":true}}");
  }

  @Test
  void participantsOfALaterInstanceAreNotListed() {
    server.answering("ListRooms", json(200, ROOMS.replace("RM_1", "RM_2")));

    assertThat(ask()).contains(List.of());
  }

  @Test
  void nobodyIsInARoomTheServerDoesNotKnow() {
    server
        .answering("ListParticipants", json(200, "{\"participants\":[]}"))
        .answering("ListRooms", json(200, NO_ROOMS));
    assertThat(ask()).contains(List.of());

    server.answering(
        "ListParticipants",
        json(404, "{\"code\":\"not_found\",\"msg\":\"requested room does not exist\"}"));
    assertThat(ask()).contains(List.of());
  }

  @Test
  void nobodyIsInAnEmptyRoom() {
    server.answering("ListParticipants", json(200, "{\"participants\":[]}"));

    assertThat(ask()).contains(List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "401 | invalid token",
        "401 | {\"code\":\"unauthenticated\",\"msg\":\"permissions denied\"}",
        "403 | {\"code\":\"permission_denied\"}",
        "404 | {\"code\":\"bad_route\"}",
        "404 | <html>not_found</html>",
        "408 | {\"code\":\"deadline_exceeded\"}",
        "429 | {\"code\":\"resource_exhausted\"}",
        "500 | {\"code\":\"internal\"}",
        "503 | {\"code\":\"unavailable\"}",
        "302 | moved",
        "200 | ",
        "200 | <html>log in</html>",
        "200 | {}",
        "200 | {\"status\":\"ok\"}",
        "200 | {\"participants\":null,\"rooms\":null}",
        "200 | {\"participants\":{},\"rooms\":{}}",
        "200 | {\"participants\":[7],\"rooms\":[7]}",
        "200 | {\"participants\":[",
        "200 | []"
      })
  void anythingButAnAnswerIsNone(int status, String body) {
    RoomServiceDouble.Answer answer = text(status, "text/plain", String.valueOf(body));

    server.answering("ListParticipants", answer);
    assertThat(ask()).isEmpty();
    server.answering("ListParticipants", json(200, PARTICIPANTS)).answering("ListRooms", answer);
    assertThat(ask()).isEmpty();
  }

  /** To leave one out would be to say that they are gone. */
  @Test
  void anAnswerWithAnUnfitParticipantIsNone() {
    server.answering(
        "ListParticipants",
        json(200, participants(ANNA, ANNA.replace("\"identity\":\"anna\"", "\"identity\":\"\""))));

    assertThat(ask()).isEmpty();
  }

  @Test
  void anAnswerThatNeverComesIsNone() {
    server.answering("ListParticipants", exchange -> awaitEndOfTest());

    assertThat(client(Duration.ofMillis(300)).participants(ROOM)).isEmpty();
  }

  /** The JDK's own timeout ends with the headers. */
  @Test
  void anAnswerThatStopsInTheMiddleIsNone() {
    server.answering(
        "ListParticipants",
        exchange -> {
          exchange.sendResponseHeaders(200, PARTICIPANTS.length());
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          awaitEndOfTest();
        });

    assertThat(client(Duration.ofMillis(300)).participants(ROOM)).isEmpty();
  }

  @Test
  void aServerThatIsNotThereGivesNoAnswer() {
    RoomServiceClient client = client(Duration.ofSeconds(5));
    server.close();

    assertThat(client.participants(ROOM)).isEmpty();
  }

  @Test
  void anInterruptEndsTheQuestionAndStays() {
    Thread.currentThread().interrupt();

    assertThat(ask()).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aRoomWithoutNameCannotBeAskedAbout() {
    RoomInstance unnamed = new RoomInstance("RM_1", "", Optional.empty());

    assertThat(client(Duration.ofSeconds(5)).participants(unnamed)).isEmpty();
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"http, ''", "ws, ''", "WS, /", "ws, /livekit", "http, /livekit/"})
  void theServersUrlIsTakenAsClientsAreGivenIt(String scheme, String path) {
    RoomServiceClient client =
        new RoomServiceClient(
            server.uri(scheme, path), "devkey", "secret", () -> NOW, Duration.ofSeconds(5));

    assertThat(client.participants(ROOM)).contains(List.of(anna()));
    assertThat(server.requests().get(0).method())
        .isEqualTo(
            "POST " + path.replaceFirst("/$", "") + "/twirp/livekit.RoomService/ListParticipants");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:7880",
        "//localhost",
        "/livekit",
        "ftp://localhost",
        "http:///x",
        "http://user:hush@localhost",
        "http://localhost?key=hush",
        "http://localhost#hush"
      })
  void anotherUrlIsRefused(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RoomServiceClient(
                    URI.create(url), "devkey", "secret", () -> NOW, Duration.ofSeconds(5)))
        .withMessage(
            "server URL: must be http, https, ws or wss, a host, and possibly a port and a path");
  }

  @Test
  void atLeastSomeTimeMustBeAllowed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client(Duration.ZERO))
        .withMessage("timeout: must be positive");
  }

  private Optional<List<Participant>> ask() {
    return client(Duration.ofSeconds(30)).participants(ROOM);
  }

  private RoomServiceClient client(Duration timeout) {
    return new RoomServiceClient(
        server.uri("ws", ""), "devkey", "secret", new SettableClock(NOW), timeout);
  }

  private void awaitEndOfTest() {
    try {
      testIsOver.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** {@return the claims of the request's token, which is proven by the test's own means} */
  private static String claims(RoomServiceDouble.Request request) {
    assertThat(request.authorization()).startsWith("Bearer ");
    String[] parts = request.authorization().substring("Bearer ".length()).split("\\.", -1);
    String header = decoded(parts[0]);
    String claims = decoded(parts[1]);
    assertThat(header).isEqualTo("{\"alg\":\"HS256\"}");
    assertThat(String.join(".", parts))
        .isEqualTo(new WebhookSigner("devkey", "secret").sign(header, claims));
    return claims;
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static String participants(String... participants) {
    return "{\"participants\":[" + String.join(",", participants) + "]}";
  }

  private static Participant anna() {
    return new Participant(
        "PA_1",
        "anna",
        "Anna",
        ParticipantKind.STANDARD,
        false,
        false,
        Optional.of(new JoinTime(Instant.ofEpochMilli(1785139200456L), true)));
  }
}
