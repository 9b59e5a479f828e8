package dev.attendance.livekit;

import dev.attendance.Attendance;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.Delivery;
import dev.attendance.store.Quarantine;
import dev.attendance.store.RawBody;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole webhook contract, without a framework: verify, decode, append durably, answer. An HTTP
 * layer hands in the raw body and the header and sends the status back; before that it refuses
 * bodies over its limit with 413, without reading them whole. Thread-safe.
 */
public final class LiveKitWebhook {

  /** The longest body in bytes that an HTTP layer need accept if it is not told otherwise. */
  public static final int DEFAULT_BODY_LIMIT = 256 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(LiveKitWebhook.class);

  private final WebhookReceiver receiver;
  private final Function<List<Delivery>, List<AppendOutcome>> log;
  private final BooleanSupplier keepsBodies;
  private final Predicate<Quarantine.Body> quarantine;
  private final InstantSource clock;

  private final Map<WebhookAnswer, LongAdder> answers = counters(WebhookAnswer.class);
  private final Map<RejectionReason, LongAdder> rejections = counters(RejectionReason.class);
  private final Failure failing = new Failure();

  /**
   * A webhook endpoint.
   *
   * @param receiver verifies and decodes
   * @param attendance where the events go
   * @param clock tells when a body was received that goes to quarantine
   */
  public LiveKitWebhook(WebhookReceiver receiver, Attendance attendance, InstantSource clock) {
    this(
        receiver,
        attendance::recordDelivered,
        attendance::keepsRawBodies,
        attendance::quarantine,
        clock);
  }

  LiveKitWebhook(
      WebhookReceiver receiver,
      Function<List<Delivery>, List<AppendOutcome>> log,
      BooleanSupplier keepsBodies,
      Predicate<Quarantine.Body> quarantine,
      InstantSource clock) {
    this.receiver = receiver;
    this.log = log;
    this.keepsBodies = keepsBodies;
    this.quarantine = quarantine;
    this.clock = clock;
  }

  private static <K extends Enum<K>> Map<K, LongAdder> counters(Class<K> keys) {
    Map<K, LongAdder> counters = new EnumMap<>(keys);
    for (K key : keys.getEnumConstants()) {
      counters.put(key, new LongAdder());
    }
    return Collections.unmodifiableMap(counters);
  }

  /**
   * Handles one request. What it answers with 200 is durable when it returns; if the caller has a
   * transaction open that the store takes part in, it is when that commits. Throws nothing,
   * whatever came.
   *
   * @param body the bytes of the body as they came over the wire
   * @param authorization the {@code Authorization} header, null if there is none
   * @return what to answer
   */
  public WebhookAnswer handle(byte[] body, @Nullable String authorization) {
    WebhookAnswer answer = answer(body, receiver.receive(body, authorization));
    counter(answers, answer).increment();
    return answer;
  }

  private WebhookAnswer answer(byte[] body, WebhookResult result) {
    if (result instanceof WebhookResult.Accepted accepted) {
      return store(() -> record(accepted.event(), body));
    }
    if (result instanceof WebhookResult.Undecodable undecodable) {
      return store(() -> keep(body, undecodable.reason()));
    }
    if (result instanceof WebhookResult.Ignored ignored) {
      LOG.debug("Webhook ignored: {}", ignored.eventName());
      return WebhookAnswer.IGNORED;
    }
    return reject(((WebhookResult.Rejected) result).reason());
  }

  private WebhookAnswer record(AttendanceEvent event, byte[] body) {
    Optional<RawBody> kept =
        keepsBodies.getAsBoolean()
            ? Optional.of(RawBody.of(TurnPassword.blanked(body)))
            : Optional.empty();
    return log.apply(List.of(new Delivery(event, kept))).contains(AppendOutcome.APPENDED)
        ? WebhookAnswer.RECORDED
        : WebhookAnswer.DUPLICATE;
  }

  private WebhookAnswer keep(byte[] body, String reason) {
    boolean isNew =
        quarantine.test(
            new Quarantine.Body(
                WebhookReceiver.SOURCE,
                BodyDigest.of(body).hex(),
                clock.instant(),
                reason,
                TurnPassword.blanked(body)));
    if (isNew) {
      LOG.warn("Webhook cannot be decoded and was put into quarantine: {}", reason);
    }
    return WebhookAnswer.QUARANTINED;
  }

  /**
   * Decodes a body once more that went to quarantine: a {@link dev.attendance.QuarantineDecoder}.
   * Its signature is not checked again, which its bytes, secrets blanked out, no longer bear: it
   * was before the body was kept.
   *
   * @param body what was kept
   * @return its event; no event if it says nothing of attendance; nothing if it still cannot be
   *     decoded, or did not come from LiveKit
   */
  public static Optional<List<AttendanceEvent>> decodeAgain(Quarantine.Body body) {
    Optional<BodyDigest> digest = BodyDigest.ofHex(body.digest());
    if (!body.source().equals(WebhookReceiver.SOURCE) || digest.isEmpty()) {
      return Optional.empty();
    }
    WebhookResult result = WebhookDecoder.decode(body.body(), digest.get(), body.receivedAt());
    if (result instanceof WebhookResult.Accepted accepted) {
      return Optional.of(List.of(accepted.event()));
    }
    return result instanceof WebhookResult.Ignored ? Optional.of(List.of()) : Optional.empty();
  }

  /** Whatever the store failed of: the event is not safe, so LiveKit must keep it and retry. */
  private WebhookAnswer store(Supplier<WebhookAnswer> work) {
    try {
      WebhookAnswer answer = work.get();
      if (failing.recovered()) {
        LOG.info("Webhooks can be stored again");
      }
      return answer;
    } catch (RuntimeException e) {
      if (failing.begins()) {
        LOG.warn("Webhooks cannot be stored, LiveKit is told to retry: {}", Failure.describe(e));
      } else {
        LOG.debug("Webhook cannot be stored: {}", Failure.describe(e));
      }
      return WebhookAnswer.UNAVAILABLE;
    }
  }

  /** Anyone may send anything: only the first of each kind is worth an operator's attention. */
  private WebhookAnswer reject(RejectionReason reason) {
    LongAdder counter = counter(rejections, reason);
    if (counter.sum() == 0) {
      LOG.warn("Webhook rejected: {}; the next ones for this reason are only counted", reason);
    }
    counter.increment();
    return WebhookAnswer.REJECTED;
  }

  /**
   * {@return how many requests were answered so since this was built}
   *
   * @param answer the answer asked about
   */
  public long count(WebhookAnswer answer) {
    return counter(answers, answer).sum();
  }

  /**
   * {@return how many requests were rejected for a reason since this was built}
   *
   * @param reason the reason asked about
   */
  public long count(RejectionReason reason) {
    return counter(rejections, reason).sum();
  }

  private static <K> LongAdder counter(Map<K, LongAdder> counters, K key) {
    return Objects.requireNonNull(counters.get(key), "every key has a counter");
  }
}
