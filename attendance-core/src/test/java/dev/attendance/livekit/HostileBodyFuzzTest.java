package dev.attendance.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.attendance.Attendance;
import dev.attendance.session.SessionId;
import dev.attendance.store.Quarantine;
import dev.attendance.store.memory.MemoryStore;
import dev.attendance.testkit.SettableClock;
import dev.attendance.testkit.WebhookSigner;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Bodies that were signed and are hostile all the same: whoever joins a room chooses parts of them.
 * A build tries the corpus; the profile {@code fuzz} goes on from there.
 */
class HostileBodyFuzzTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00.123Z");
  private static final SettableClock CLOCK = new SettableClock(NOW);
  private static final WebhookSigner SIGNER = new WebhookSigner("devkey", "secret");
  private static final WebhookReceiver RECEIVER =
      new WebhookReceiver(LiveKitKeys.of("devkey", "secret"), CLOCK);

  @TestFactory
  Stream<DynamicTest> corpus() {
    return Corpus.tests(
        getClass(), "aSignedBodyIsStoredWholeOrNotAtAll", this::aSignedBodyIsStoredWholeOrNotAtAll);
  }

  @FuzzTest(maxDuration = "60s")
  void aSignedBodyIsStoredWholeOrNotAtAll(byte[] body) {
    MemoryStore store = new MemoryStore();
    Attendance attendance = Attendance.builder(store).clock(CLOCK).build();
    LiveKitWebhook webhook = new LiveKitWebhook(RECEIVER, attendance, CLOCK);
    String token = SIGNER.sign(body, NOW);

    WebhookResult result = RECEIVER.receive(body, token);
    WebhookAnswer answer = webhook.handle(body, token);
    WebhookAnswer again = webhook.handle(body, token);
    List<Quarantine.Body> quarantined = store.quarantine().oldest(9);
    assertThat(store.folds().roomsToFold(9)).isEmpty(); // Whatever was stored can be folded.

    if (result instanceof WebhookResult.Accepted accepted) {
      String room = accepted.event().header().room().sid();
      assertThat(answer).isEqualTo(WebhookAnswer.RECORDED);
      assertThat(again).isEqualTo(WebhookAnswer.DUPLICATE);
      assertThat(store.events().events(room)).containsExactly(accepted.event());
      assertThat(quarantined).isEmpty();
      assertThat(attendance.report(new SessionId(room))).isPresent();
    } else if (result instanceof WebhookResult.Undecodable undecodable) {
      assertThat(undecodable.reason()).matches("[A-Za-z ]{1,60}: must [-A-Za-z0-9:., ]{1,90}");
      assertThat(List.of(answer, again)).containsOnly(WebhookAnswer.QUARANTINED);
      assertThat(quarantined).hasSize(1);
      assertThat(quarantined.get(0).body().length).isLessThanOrEqualTo(body.length);
      assertThat(store.rooms().latestRooms(9)).isEmpty();
    } else {
      assertThat(result).isInstanceOf(WebhookResult.Ignored.class);
      assertThat(List.of(answer, again)).containsOnly(WebhookAnswer.IGNORED);
      assertThat(quarantined).isEmpty();
      assertThat(store.rooms().latestRooms(9)).isEmpty();
    }
  }
}
