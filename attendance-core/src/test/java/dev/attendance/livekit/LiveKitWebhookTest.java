package dev.attendance.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.Delivery;
import dev.attendance.store.Quarantine;
import dev.attendance.store.RawBody;
import dev.attendance.store.StoreUnavailableException;
import dev.attendance.store.memory.MemoryStore;
import dev.attendance.testkit.SettableClock;
import dev.attendance.testkit.WebhookSigner;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiveKitWebhookTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00.123Z");
  private static final byte[] BODY = Samples.body("participant_joined");
  private static final byte[] GARBAGE =
      Samples.utf8("{\"event\":\"room_started\",\"room\":{\"turnPassword\":\"hush\"");

  /** A log and a quarantine that fail when told to. */
  private static final class Store {
    final List<AttendanceEvent> log = new ArrayList<>();
    final List<RawBody> bodies = new ArrayList<>();
    boolean keepsBodies;
    final List<Quarantine.Body> quarantine = new ArrayList<>();
    final Set<Object> known = new HashSet<>();
    Optional<RuntimeException> failure = Optional.empty();

    List<AppendOutcome> append(List<Delivery> deliveries) {
      failure.ifPresent(
          e -> {
            throw e;
          });
      List<AttendanceEvent> events = deliveries.stream().map(Delivery::event).toList();
      deliveries.forEach(delivery -> delivery.body().ifPresent(bodies::add));
      log.addAll(events);
      return events.stream()
          .map(
              event ->
                  known.add(event.header().id()) ? AppendOutcome.APPENDED : AppendOutcome.DUPLICATE)
          .toList();
    }

    boolean keep(Quarantine.Body body) {
      failure.ifPresent(
          e -> {
            throw e;
          });
      quarantine.add(body);
      return known.add(body.digest());
    }
  }

  private final Store store = new Store();
  private final WebhookSigner signer = new WebhookSigner("devkey", "secret");
  private final SettableClock clock = new SettableClock(NOW);
  private final LiveKitWebhook webhook =
      new LiveKitWebhook(
          new WebhookReceiver(LiveKitKeys.of("devkey", "secret"), clock),
          store::append,
          () -> store.keepsBodies,
          store::keep,
          clock);

  @Test
  void aNewEventIsRecorded() {
    assertThat(handle(BODY)).isEqualTo(WebhookAnswer.RECORDED);
    assertThat(store.log).hasSize(1);
  }

  @Test
  void itsBodyIsHandedInIfBodiesAreKeptAndTheTurnPasswordIsNotInIt() {
    String body = new String(BODY, StandardCharsets.UTF_8);
    String blanked = body.replaceAll("\"turnPassword\":\"[^\"]+\"", "\"turnPassword\":\"\"");
    assertThat(blanked).isNotEqualTo(body);
    handle(BODY);
    assertThat(store.bodies).isEmpty();
    store.keepsBodies = true;
    handle(BODY);

    assertThat(store.bodies).containsExactly(RawBody.of(Samples.utf8(blanked)));
  }

  @Test
  void aRetryIsADuplicate() {
    handle(BODY);

    assertThat(handle(BODY)).isEqualTo(WebhookAnswer.DUPLICATE);
  }

  @Test
  void anUnknownEventIsAcknowledgedAndNotStored() {
    assertThat(handle(Samples.utf8("{\"event\":\"room_exploded\"}")))
        .isEqualTo(WebhookAnswer.IGNORED);
    assertThat(store.log).isEmpty();
    assertThat(store.quarantine).isEmpty();
  }

  @Test
  void signedGarbageGoesToQuarantineWithoutItsPassword() throws Exception {
    assertThat(handle(GARBAGE)).isEqualTo(WebhookAnswer.QUARANTINED);
    assertThat(handle(GARBAGE)).isEqualTo(WebhookAnswer.QUARANTINED);

    Quarantine.Body kept = store.quarantine.get(0);
    assertThat(kept.source()).isEqualTo("livekit");
    assertThat(kept.digest())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(GARBAGE)));
    assertThat(kept.receivedAt()).isEqualTo(NOW);
    assertThat(kept.reason()).isEqualTo("body: must be well-formed JSON in UTF-8");
    assertThat(new String(kept.body(), StandardCharsets.UTF_8))
        .isEqualTo("{\"event\":\"room_started\",\"room\":{\"turnPassword\":\"\"");
    assertThat(store.log).isEmpty();
  }

  @Test
  void nothingOfARejectedRequestIsStored() {
    assertThat(webhook.handle(BODY, null)).isEqualTo(WebhookAnswer.REJECTED);
    assertThat(webhook.handle(GARBAGE, signer.sign(BODY, NOW))).isEqualTo(WebhookAnswer.REJECTED);
    assertThat(webhook.handle(BODY, new WebhookSigner("other", "secret").sign(BODY, NOW)))
        .isEqualTo(WebhookAnswer.REJECTED);
    assertThat(webhook.handle(BODY, signer.sign(BODY, NOW.minusSeconds(361))))
        .isEqualTo(WebhookAnswer.REJECTED);

    assertThat(store.log).isEmpty();
    assertThat(store.quarantine).isEmpty();
    assertThat(webhook.count(WebhookAnswer.REJECTED)).isEqualTo(4);
    assertThat(webhook.count(RejectionReason.NO_TOKEN)).isEqualTo(1);
    assertThat(webhook.count(RejectionReason.BODY_CHANGED)).isEqualTo(1);
    assertThat(webhook.count(RejectionReason.UNKNOWN_KEY)).isEqualTo(1);
    assertThat(webhook.count(RejectionReason.EXPIRED)).isEqualTo(1);
    assertThat(webhook.count(RejectionReason.BAD_SIGNATURE)).isZero();
  }

  @Test
  void whatCannotBeStoredNowIsAcceptedOnTheRetry() {
    store.failure = Optional.of(new StoreUnavailableException("no", new RuntimeException()));
    assertThat(handle(BODY)).isEqualTo(WebhookAnswer.UNAVAILABLE);
    assertThat(handle(GARBAGE)).isEqualTo(WebhookAnswer.UNAVAILABLE);

    store.failure = Optional.empty();
    assertThat(handle(BODY)).isEqualTo(WebhookAnswer.RECORDED);
    assertThat(handle(GARBAGE)).isEqualTo(WebhookAnswer.QUARANTINED);
  }

  /**
   * What a store is not documented to throw must not become an answer that LiveKit takes as final.
   */
  @Test
  void whateverElseAStoreThrowsIsRetriedToo() {
    store.failure = Optional.of(new IllegalStateException("key 'Zoë' violates"));

    assertThat(handle(BODY)).isEqualTo(WebhookAnswer.UNAVAILABLE);
    assertThat(handle(GARBAGE)).isEqualTo(WebhookAnswer.UNAVAILABLE);
  }

  @Test
  void everyAnswerIsCounted() {
    handle(BODY);
    handle(BODY);
    handle(BODY);
    handle(GARBAGE);
    handle(Samples.utf8("{\"event\":\"egress_started\"}"));
    store.failure = Optional.of(new IllegalStateException());
    handle(BODY);

    assertThat(webhook.count(WebhookAnswer.RECORDED)).isEqualTo(1);
    assertThat(webhook.count(WebhookAnswer.DUPLICATE)).isEqualTo(2);
    assertThat(webhook.count(WebhookAnswer.QUARANTINED)).isEqualTo(1);
    assertThat(webhook.count(WebhookAnswer.IGNORED)).isEqualTo(1);
    assertThat(webhook.count(WebhookAnswer.UNAVAILABLE)).isEqualTo(1);
    assertThat(webhook.count(WebhookAnswer.REJECTED)).isZero();
  }

  @Test
  void whatIsAnsweredWith200IsInTheStoreOfTheFacade() {
    MemoryStore memory = new MemoryStore();
    Attendance attendance = Attendance.builder(memory).clock(clock).build();
    LiveKitWebhook endpoint =
        new LiveKitWebhook(
            new WebhookReceiver(LiveKitKeys.of("devkey", "secret"), clock), attendance, clock);

    assertThat(endpoint.handle(BODY, signer.sign(BODY, NOW))).isEqualTo(WebhookAnswer.RECORDED);
    assertThat(endpoint.handle(BODY, signer.sign(BODY, NOW))).isEqualTo(WebhookAnswer.DUPLICATE);
    assertThat(endpoint.handle(GARBAGE, signer.sign(GARBAGE, NOW)))
        .isEqualTo(WebhookAnswer.QUARANTINED);

    assertThat(memory.events().events("RM_9sXk4VqT2pLm")).hasSize(1);
    assertThat(memory.quarantine().count()).isEqualTo(1);
  }

  @Test
  void aBodyInQuarantineIsDecodedAgainAsIfItCameJustThen() {
    for (String name : Samples.NAMES) {
      byte[] body = Samples.body(name);
      WebhookResult first = WebhookDecoder.decode(body, BodyDigest.of(body), NOW);
      assertThat(LiveKitWebhook.decodeAgain(kept("livekit", body)))
          .contains(List.of(((WebhookResult.Accepted) first).event()));
    }
    byte[] withoutId =
        Samples.utf8(
            "{\"event\":\"room_started\",\"createdAt\":\"5\",\"room\":{\"sid\":\"RM_1\","
                + "\"turnPassword\":\"geheim\"}}");
    assertThat(LiveKitWebhook.decodeAgain(kept("livekit", withoutId)).orElseThrow())
        .extracting(event -> event.header().id().value())
        .containsExactly("sha256:" + BodyDigest.of(withoutId).hex());
    byte[] ignored = Samples.utf8("{\"event\":\"egress_started\"}");
    assertThat(LiveKitWebhook.decodeAgain(kept("livekit", ignored))).contains(List.of());
    assertThat(LiveKitWebhook.decodeAgain(kept("livekit", GARBAGE))).isEmpty();
    assertThat(LiveKitWebhook.decodeAgain(kept("other", BODY))).isEmpty();
    assertThat(
            LiveKitWebhook.decodeAgain(new Quarantine.Body("livekit", "no digest", NOW, "", BODY)))
        .isEmpty();
  }

  private static Quarantine.Body kept(String source, byte[] body) {
    return new Quarantine.Body(
        source, BodyDigest.of(body).hex(), NOW, "why", TurnPassword.blanked(body));
  }

  /** LiveKit takes every 4xx as delivered and retries 5xx, except 501. */
  @ParameterizedTest
  @EnumSource
  void onlyWhatIsWorthARetryIsAnsweredWith503(WebhookAnswer answer) {
    assertThat(answer.status())
        .isEqualTo(
            switch (answer) {
              case RECORDED, DUPLICATE, IGNORED, QUARANTINED -> 200;
              case REJECTED -> 401;
              case UNAVAILABLE -> 503;
            });
  }

  @Test
  void aFailureIsDescribedWithoutWhatItWasGiven() {
    Exception failure =
        new StoreUnavailableException("append", new IllegalStateException("key 'Zoë' violates"));

    assertThat(Failure.describe(failure))
        .startsWith(
            "dev.attendance.store.StoreUnavailableException (append), caused by"
                + " java.lang.IllegalStateException at dev.attendance.livekit.LiveKitWebhookTest")
        .doesNotContain("Zoë");
  }

  @Test
  void aLastingFailureBeginsAndEndsOnce() {
    Failure failure = new Failure();

    assertThat(failure.recovered()).isFalse();
    assertThat(failure.begins()).isTrue();
    assertThat(failure.begins()).isFalse();
    assertThat(failure.recovered()).isTrue();
    assertThat(failure.recovered()).isFalse();
    assertThat(failure.begins()).isTrue();
  }

  private WebhookAnswer handle(byte[] body) {
    return webhook.handle(body, signer.sign(body, NOW));
  }
}
