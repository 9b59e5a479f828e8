package dev.attendance.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookDecoderTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00.123Z");
  private static final String ROOM = "\"room\":{\"sid\":\"RM_1\",\"name\":\"math\"}";
  private static final String ID = "\"id\":\"EV_1\",\"createdAt\":\"1785139201\"";

  // Names and numbers

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"createdAt\":\"1785139201\"",
        "\"createdAt\":1785139201",
        "\"createdAt\":1785139201.0",
        "\"createdAt\":1.785139201e9",
        "\"created_at\":\"1785139201\"",
        "\"created_at\":1785139201"
      })
  void whenItHappenedIsReadInEverySpelling(String createdAt) {
    AttendanceEvent event =
        event("{\"event\":\"room_started\"," + ROOM + ",\"id\":\"EV_1\"," + createdAt + "}");

    assertThat(event.header().occurredAt()).isEqualTo(Instant.ofEpochSecond(1785139201));
    assertThat(event.header().receivedAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"joinedAtMs\":\"1500\",\"joinedAt\":\"1\"', 1500, true",
    "'\"joined_at_ms\":1500', 1500, true",
    "'\"joinedAtMs\":\"0\",\"joinedAt\":\"7\"', 7000, false",
    "'\"joinedAt\":\"7\"', 7000, false",
    "'\"joined_at\":7', 7000, false"
  })
  void theJoinTimeIsExactOnlyInMilliseconds(String fields, long millis, boolean exact) {
    assertThat(participant(fields).joinTime())
        .contains(new JoinTime(Instant.ofEpochMilli(millis), exact));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"joinedAt\":\"0\"",
        "\"joinedAtMs\":0",
        "\"joinedAt\":null",
        "\"metadata\":\"\""
      })
  void aJoinTimeOfZeroIsNone(String fields) {
    assertThat(participant(fields).joinTime()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"creationTimeMs\":\"1500\",\"creationTime\":\"1\"', 1500",
    "'\"creation_time_ms\":1500', 1500",
    "'\"creationTime\":\"7\"', 7000",
    "'\"creation_time\":7', 7000"
  })
  void theRoomsCreationTimeIsReadInEverySpelling(String fields, long millis) {
    AttendanceEvent event =
        event("{\"event\":\"room_started\",\"room\":{\"sid\":\"RM_1\"," + fields + "}," + ID + "}");

    assertThat(event.header().room().createdAt()).contains(Instant.ofEpochMilli(millis));
    assertThat(event.header().room().name()).isEmpty();
  }

  @Test
  void theLastOfTwoFieldsCounts() {
    assertThat(participant("\"name\":\"a\",\"name\":\"b\"").name()).isEqualTo("b");
    assertThat(participant("\"joinedAtMs\":5,\"joined_at_ms\":null").joinTime()).isEmpty();
    assertThat(
            participant("\"permission\":{\"hidden\":true},\"permission\":{\"agent\":true}")
                .hidden())
        .isFalse();
  }

  // Enums

  @ParameterizedTest
  @CsvSource({
    "'\"kind\":\"AGENT\"', AGENT",
    "'\"kind\":4', AGENT",
    "'\"kind\":\"SIP\"', SIP",
    "'\"kind\":8', BRIDGE",
    "'\"kind\":\"STANDARD\"', STANDARD",
    "'\"kind\":0', STANDARD",
    "'\"kind\":null', STANDARD",
    "'\"isPublisher\":true', STANDARD",
    "'\"kind\":\"HOLOGRAM\"', UNRECOGNIZED",
    "'\"kind\":\"UNRECOGNIZED\"', UNRECOGNIZED",
    "'\"kind\":5', UNRECOGNIZED",
    "'\"kind\":-1', UNRECOGNIZED",
    "'\"permission\":{\"agent\":true}', AGENT",
    "'\"kind\":\"STANDARD\",\"permission\":{\"agent\":true}', AGENT",
    "'\"kind\":\"EGRESS\",\"permission\":{\"agent\":true}', EGRESS"
  })
  void whatAParticipantIs(String fields, ParticipantKind kind) {
    assertThat(participant(fields).kind()).isEqualTo(kind);
  }

  @Test
  void permissionsTellWhoIsHiddenOrARecorder() {
    Participant hidden = participant("\"permission\":{\"hidden\":true}");
    Participant recorder = participant("\"permission\":{\"recorder\":true,\"hidden\":null}");
    Participant ordinary = participant("\"permission\":null");

    assertThat(hidden.hidden()).isTrue();
    assertThat(hidden.recorder()).isFalse();
    assertThat(recorder.hidden()).isFalse();
    assertThat(recorder.recorder()).isTrue();
    assertThat(ordinary.hidden() || ordinary.recorder()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"disconnectReason\":\"CONNECTION_TIMEOUT\"', CONNECTION_TIMEOUT",
    "'\"disconnectReason\":14', CONNECTION_TIMEOUT",
    "'\"disconnect_reason\":\"DUPLICATE_IDENTITY\"', DUPLICATE_IDENTITY",
    "'\"version\":3', UNKNOWN_REASON",
    "'\"disconnectReason\":\"LOST_INTEREST\"', UNRECOGNIZED",
    "'\"disconnectReason\":17', UNRECOGNIZED"
  })
  void whyAParticipantLeft(String fields, DisconnectReason reason) {
    ParticipantLeft left = (ParticipantLeft) event(withParticipant("participant_left", fields));

    assertThat(left.reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"source\":\"SCREEN_SHARE\"', SCREEN_SHARE",
    "'\"source\":2', MICROPHONE",
    "'\"type\":\"VIDEO\"', UNKNOWN",
    "'\"source\":\"SMELL\"', UNRECOGNIZED"
  })
  void whereATrackComesFrom(String fields, TrackSource source) {
    TrackPublished published =
        (TrackPublished)
            event(
                "{\"event\":\"track_published\","
                    + ROOM
                    + ",\"participant\":{\"sid\":\"PA_1\",\"identity\":\"i\"}"
                    + ",\"track\":{\"sid\":\"TR_1\","
                    + fields
                    + "},"
                    + ID
                    + "}");

    assertThat(published.track().source()).isEqualTo(source);
  }

  // Ids

  @Test
  void anEventWithoutIdIsKnownByItsBody() {
    byte[] body =
        Samples.utf8("{\"event\":\"room_started\"," + ROOM + ",\"createdAt\":\"1785139201\"}");

    WebhookResult first = WebhookDecoder.decode(body, BodyDigest.of(body), NOW);
    WebhookResult retry = WebhookDecoder.decode(body, BodyDigest.of(body), NOW.plusSeconds(1));

    assertThat(id(first)).matches("sha256:[0-9a-f]{64}").isEqualTo(id(retry));
  }

  @Test
  void whatIsOnlyShownIsMadeStorable() {
    assertThat(participant("\"name\":\"a\\u0000b\\ud800c\\udc00\"").name())
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
    assertThat(participant("\"name\":\"" + "n".repeat(300) + "\"").name())
        .isEqualTo("n".repeat(256));
  }

  // Events

  @ParameterizedTest
  @ValueSource(
      strings = {
        "egress_started",
        "egress_updated",
        "egress_ended",
        "ingress_started",
        "ingress_ended",
        "agent_job_started",
        "agent_job_ended"
      })
  void knownEventsThatSayNothingOfAttendanceAreIgnored(String event) {
    assertThat(decode("{\"event\":\"" + event + "\"}")).isEqualTo(new WebhookResult.Ignored(event));
  }

  @ParameterizedTest
  @ValueSource(strings = {"room_exploded", "Room_Started", "a b\\nc", "${jndi:ldap://x}"})
  void unknownEventsAreIgnoredWithoutTheirName(String event) {
    assertThat(decode("{\"event\":\"" + event + "\",\"room\":{}}"))
        .isEqualTo(new WebhookResult.Ignored("unknown"));
  }

  // What cannot be decoded

  @ParameterizedTest
  @CsvSource({
    "'{}', 'event: must be present'",
    "'{\"event\":null}', 'event: must be present'",
    "'{\"event\":7}', 'event: must be a string'",
    "'{\"event\":\"room_started\"}', 'createdAt: must be present'",
    "'{\"event\":\"room_started\",\"createdAt\":0}', 'createdAt: must be present'",
    "'{\"event\":\"room_started\",\"createdAt\":\"x\"}', 'createdAt: must be a 64-bit integer'",
    "'{\"event\":\"room_started\",\"createdAt\":\"\"}', 'createdAt: must be a 64-bit integer'",
    "'{\"event\":\"room_started\",\"createdAt\":true}', 'createdAt: must be a 64-bit integer'",
    "'{\"event\":\"room_started\",\"createdAt\":1.5}', 'createdAt: must be a 64-bit integer'",
    "'{\"event\":\"room_started\",\"createdAt\":1e99}', 'createdAt: must be a 64-bit integer'",
    "'{\"event\":\"room_started\",\"createdAt\":9223372036854775808}',"
        + " 'createdAt: must be a 64-bit integer'",
    "'{\"event\":\"room_started\",\"createdAt\":5}', 'room: must be present'",
    "'{\"event\":\"room_started\",\"createdAt\":5,\"room\":null}', 'room: must be present'",
    "'{\"event\":\"room_started\",\"createdAt\":5,\"room\":[]}', 'room: must be an object'",
    "'{\"event\":\"room_started\",\"createdAt\":5,\"room\":{\"name\":\"math\"}}',"
        + " 'room sid: must not be blank'"
  })
  void whatIsMissingOrOfAnotherTypeIsNamed(String body, String reason) {
    assertThat(decode(body)).isEqualTo(new WebhookResult.Undecodable(reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "253370764800", "9223372036854775807", "-9223372036854775808"})
  void anInstantOutOfRangeIsUndecodable(String seconds) {
    assertUndecodable(
        "createdAt: must lie between 1970-01-01T00:00:00.001Z and 9999-01-01T00:00:00Z",
        "{\"event\":\"room_started\"," + ROOM + ",\"id\":\"EV_1\",\"createdAt\":" + seconds + "}");
    assertUndecodable(
        "participant joinedAt: must lie between 1970-01-01T00:00:00.001Z and 9999-01-01T00:00:00Z",
        withParticipant("participant_joined", "\"joinedAt\":\"" + seconds + "\""));
  }

  @Test
  void theLastInstantsInRangeAreDecoded() {
    assertThat(participant("\"joinedAtMs\":253370764799999").joinTime())
        .contains(new JoinTime(Instant.parse("9998-12-31T23:59:59.999Z"), true));
    assertThat(participant("\"joinedAtMs\":1").joinTime())
        .contains(new JoinTime(Instant.ofEpochMilli(1), true));
    assertUndecodable(
        "participant joinedAtMs: must lie between 1970-01-01T00:00:00.001Z and"
            + " 9999-01-01T00:00:00Z",
        withParticipant("participant_joined", "\"joinedAtMs\":253370764800000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"participant_joined", "participant_left", "track_published"})
  void anEventOfAParticipantNeedsOne(String event) {
    assertThat(decode("{\"event\":\"" + event + "\"," + ROOM + "," + ID + ",\"track\":{}}"))
        .isEqualTo(new WebhookResult.Undecodable("participant: must be present"));
  }

  @Test
  void anEventOfATrackNeedsOne() {
    assertUndecodable(
        "track: must be present",
        "{\"event\":\"track_unpublished\","
            + ROOM
            + ",\"participant\":{\"sid\":\"PA_1\",\"identity\":\"i\"},"
            + ID
            + "}");
  }

  @Test
  void sidAndIdentityAreNeeded() {
    assertUndecodable(
        "participant sid: must not be blank",
        "{\"event\":\"participant_joined\",\"participant\":{\"identity\":\"i\"},"
            + ROOM
            + ","
            + ID
            + "}");
    assertUndecodable(
        "participant identity: must not be blank",
        "{\"event\":\"participant_joined\",\"participant\":{\"sid\":\"PA_1\"},"
            + ROOM
            + ","
            + ID
            + "}");
  }

  /** To change them would be to take one person or room for another. */
  @Test
  void idsAreNotMadeStorable() {
    assertUndecodable(
        "participant identity: must not contain NUL",
        withParticipant("participant_joined", "\"identity\":\"a\\u0000\""));
    assertUndecodable(
        "participant identity: must not contain an unpaired surrogate",
        withParticipant("participant_joined", "\"identity\":\"a\\udc00\""));
    assertUndecodable(
        "participant identity: must have at most 256 characters, has 257",
        withParticipant("participant_joined", "\"identity\":\"" + "i".repeat(257) + "\""));
    assertUndecodable(
        "room name: must have at most 256 characters, has 257",
        "{\"event\":\"room_started\",\"room\":{\"sid\":\"RM_1\",\"name\":\""
            + "r".repeat(257)
            + "\"},"
            + ID
            + "}");
  }

  // What is no JSON object

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "7",
        "\"{}\"",
        "not json",
        "{",
        "{\"event\"",
        "{\"event\":\"room_started\"",
        "{\"event\":\"room_sta",
        "{\"event\":\"room_started\",}",
        "{'event':'room_started'}",
        "{event:\"room_started\"}",
        "{\"event\":NaN}",
        "{\"event\":\"room_started\"}}",
        "{\"event\":\"room_started\"}{}",
        "{\"event\":\"egress_started\"} x",
        "\uFEFF{\"event\":\"egress_started\"}"
      })
  void whatIsNoJsonObjectIsUndecodable(String body) {
    assertThat(decode(body)).isInstanceOf(WebhookResult.Undecodable.class);
  }

  @Test
  void otherEncodingsThanUtf8AreUndecodable() {
    String json = "{\"event\":\"egress_started\"}";

    assertUndecodable(json.getBytes(StandardCharsets.UTF_16));
    assertUndecodable(json.getBytes(StandardCharsets.UTF_16LE));
    assertUndecodable(
        "{\"event\":\"room_started\",\"id\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertUndecodable(cutInsideACharacter());
  }

  @Test
  void hostileJsonIsUndecodable() {
    assertUndecodable(Samples.utf8("{\"a\":" + "[".repeat(100_000)));
    assertUndecodable(Samples.utf8("{\"a\":".repeat(100_000)));
    assertUndecodable(
        Samples.utf8("{\"a\":" + "[".repeat(64) + "]".repeat(64) + ",\"event\":\"x\"}"));
    assertUndecodable(Samples.utf8("{\"createdAt\":" + "9".repeat(100_000) + "}"));
    assertUndecodable(Samples.utf8("{\"createdAt\":1e999999999}"));
    assertUndecodable(Samples.utf8("{\"createdAt\":1e-999999999}"));
    assertUndecodable(
        Samples.utf8("{\"event\":\"" + "x".repeat(ProtoJson.LONGEST_STRING + 1) + "\"}"));
  }

  /** What a participant may choose must not make their own events disappear. */
  @Test
  void longAndOddAttributesDoNotMatter() {
    Participant participant =
        participant(
            "\"attributes\":{\"%s\":\"%s\",\"\\u0000\":\"\\ud800\"},\"metadata\":\"%s\""
                .formatted("k".repeat(64_000), "v".repeat(64_000), "\\u0000".repeat(10_000)));

    assertThat(participant.sid()).isEqualTo("PA_1");
  }

  private static byte[] cutInsideACharacter() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(Samples.utf8("{\"event\":\"room_started\",\"id\":\"é"));
    byte[] whole = body.toByteArray();
    return java.util.Arrays.copyOf(whole, whole.length - 1);
  }

  private static void assertUndecodable(byte[] body) {
    assertThat(WebhookDecoder.decode(body, BodyDigest.of(body), NOW))
        .isInstanceOf(WebhookResult.Undecodable.class);
  }

  private static void assertUndecodable(String reason, String body) {
    assertThat(decode(body)).isEqualTo(new WebhookResult.Undecodable(reason));
  }

  private static Participant participant(String fields) {
    return ((ParticipantJoined) event(withParticipant("participant_joined", fields))).participant();
  }

  private static String withParticipant(String event, String fields) {
    return "{\"event\":\"%s\",%s,\"participant\":{\"sid\":\"PA_1\",\"identity\":\"i\",%s},%s}"
        .formatted(event, ROOM, fields, ID);
  }

  private static AttendanceEvent event(String body) {
    WebhookResult result = decode(body);
    assertThat(result).isInstanceOf(WebhookResult.Accepted.class);
    return ((WebhookResult.Accepted) result).event();
  }

  private static String id(WebhookResult result) {
    return ((WebhookResult.Accepted) result).event().header().id().value();
  }

  private static WebhookResult decode(String body) {
    byte[] bytes = Samples.utf8(body);
    return WebhookDecoder.decode(bytes, BodyDigest.of(bytes), NOW);
  }
}
