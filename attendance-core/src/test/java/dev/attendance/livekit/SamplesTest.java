package dev.attendance.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RoomFinished;
import dev.attendance.event.RoomInstance;
import dev.attendance.event.RoomStarted;
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackSource;
import dev.attendance.testkit.SettableClock;
import dev.attendance.testkit.WebhookSigner;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SamplesTest {

  private static final RoomInstance ROOM =
      new RoomInstance(
          "RM_9sXk4VqT2pLm", "math-101", Optional.of(Instant.ofEpochMilli(1785139200123L)));
  private static final Participant STUDENT_42 =
      participant("PA_h3Dk8RtYvC2s", "student-42", "Zoë Müller", 1785139200456L);

  private final SettableClock clock = new SettableClock(Instant.EPOCH);
  private final WebhookReceiver receiver =
      new WebhookReceiver(LiveKitKeys.of(Samples.KEY, Samples.SECRET), clock);

  @Test
  void roomStarted() {
    assertDecoded(
        "room_started", 1785139200, new RoomStarted(header("EV_7cGf2WbHn5Qy", 1785139200)));
  }

  @Test
  void participantJoined() {
    assertDecoded(
        "participant_joined",
        1785139201,
        new ParticipantJoined(header("EV_pX4mJz8aLw3E", 1785139201), STUDENT_42));
  }

  @Test
  void trackPublished() {
    RoomInstance minimal = new RoomInstance(ROOM.sid(), ROOM.name(), Optional.empty());
    assertDecoded(
        "track_published",
        1785139202,
        new TrackPublished(
            header("EV_c9VtR6uKs2Hd", minimal, 1785139202),
            new Track(
                "TR_AMq5Wn8fYb3Tkz", "PA_h3Dk8RtYvC2s", "student-42", TrackSource.MICROPHONE)));
  }

  @Test
  void participantLeft() {
    assertDecoded(
        "participant_left",
        1785142805,
        new ParticipantLeft(
            header("EV_T8nBq5yXw4Zg", 1785142805), STUDENT_42, DisconnectReason.CLIENT_INITIATED));
  }

  @Test
  void connectionAborted() {
    assertDecoded(
        "participant_connection_aborted",
        1785139360,
        new ConnectionAborted(
            header("EV_y5HdK2tGb8Vn", 1785139360),
            participant("PA_w6Jx3NcZq9Ue", "student-43", "", 1785139300007L),
            DisconnectReason.JOIN_FAILURE));
  }

  @Test
  void roomFinished() {
    assertDecoded(
        "room_finished", 1785142826, new RoomFinished(header("EV_m2LkP9dFv7Ra", 1785142826)));
  }

  /** So tests that sign with it test what LiveKit would send. */
  @ParameterizedTest
  @FieldSource("dev.attendance.livekit.Samples#NAMES")
  void theSignerMakesTheSameTokens(String name) {
    String body = new String(Samples.body(name), java.nio.charset.StandardCharsets.UTF_8);
    long createdAt = Long.parseLong(body.replaceFirst("(?s).*\"createdAt\":\"(\\d+)\".*", "$1"));

    String token =
        new WebhookSigner(Samples.KEY, Samples.SECRET)
            .sign(Samples.body(name), Instant.ofEpochSecond(createdAt));

    assertThat(token).isEqualTo(Samples.token(name));
  }

  private void assertDecoded(String sample, long second, AttendanceEvent expected) {
    clock.set(Instant.ofEpochSecond(second).plusMillis(250));

    WebhookResult result = receiver.receive(Samples.body(sample), Samples.token(sample));

    assertThat(result).isEqualTo(new WebhookResult.Accepted(expected));
  }

  private static EventHeader header(String id, long second) {
    return header(id, ROOM, second);
  }

  private static EventHeader header(String id, RoomInstance room, long second) {
    Instant occurredAt = Instant.ofEpochSecond(second);
    return new EventHeader(
        new EventId("livekit", id), room, occurredAt, occurredAt.plusMillis(250));
  }

  private static Participant participant(
      String sid, String identity, String name, long joinedAtMillis) {
    return new Participant(
        sid,
        identity,
        name,
        ParticipantKind.STANDARD,
        false,
        false,
        Optional.of(new JoinTime(Instant.ofEpochMilli(joinedAtMillis), true)));
  }
}
