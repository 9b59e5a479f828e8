package dev.attendance.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventKind;
import dev.attendance.event.JoinTime;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.testkit.SettableClock;
import dev.attendance.testkit.WebhookSigner;
import dev.attendance.testkit.WebhookTrace;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every request of a real server is accepted, with the token it really came with. */
class CapturedTraceTest {

  private final SettableClock clock = new SettableClock(Instant.EPOCH);
  private final WebhookReceiver receiver =
      new WebhookReceiver(LiveKitKeys.of("devkey", "secret"), clock);
  private WebhookTrace trace;

  @BeforeEach
  void read() throws IOException {
    try (InputStream in = WebhookTrace.class.getResourceAsStream("classroom.trace.jsonl")) {
      trace = WebhookTrace.read(Objects.requireNonNull(in, "trace"));
    }
  }

  @Test
  void everyRequestIsAnEventWithAnIdOfItsOwn() {
    List<AttendanceEvent> events = events();

    assertThat(events).extracting(event -> event.header().id()).doesNotHaveDuplicates();
    assertThat(events)
        .extracting(AttendanceEvent::kind)
        .contains(
            EventKind.ROOM_STARTED,
            EventKind.PARTICIPANT_JOINED,
            EventKind.PARTICIPANT_LEFT,
            EventKind.ROOM_FINISHED);
  }

  @Test
  void joinTimesAreExactAndNotAfterTheEvent() {
    for (AttendanceEvent event : events()) {
      if (event instanceof ParticipantJoined joined) {
        assertJoined(joined.participant().joinTime().orElseThrow(), event);
      } else if (event instanceof ParticipantLeft left) {
        assertJoined(left.participant().joinTime().orElseThrow(), event);
      }
    }
  }

  @Test
  void theSignerMakesTheServersOwnTokens() {
    WebhookSigner signer = new WebhookSigner("devkey", "secret");
    for (WebhookTrace.Request request : trace.requests()) {
      assertThat(request.headers().get("authorization"))
          .isIn(
              signer.sign(request.body(), request.receivedAt()),
              signer.sign(request.body(), request.receivedAt().minusSeconds(1)));
    }
  }

  private static void assertJoined(JoinTime joinTime, AttendanceEvent event) {
    assertThat(joinTime.toTheMillisecond()).isTrue();
    assertThat(joinTime.at()).isBefore(event.header().occurredAt().plusSeconds(1));
  }

  private List<AttendanceEvent> events() {
    List<AttendanceEvent> events = new ArrayList<>();
    for (WebhookTrace.Request request : trace.requests()) {
      clock.set(request.receivedAt());
      WebhookResult result =
          receiver.receive(request.body(), request.headers().get("authorization"));
      assertThat(result).isInstanceOf(WebhookResult.Accepted.class);
      events.add(((WebhookResult.Accepted) result).event());
    }
    return events;
  }
}
