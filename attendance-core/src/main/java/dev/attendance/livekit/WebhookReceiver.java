package dev.attendance.livekit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Verifies and decodes LiveKit's webhooks. Pure: it stores nothing and talks to nobody.
 * Thread-safe.
 *
 * <p>A webhook is proven by a JSON web token, signed by HS256 with the secret of the API key that
 * is its issuer, and by the hash of the body in it. There is no way to skip the check.
 */
public final class WebhookReceiver {

  /** The source of every event from a webhook, in their ids. */
  public static final String SOURCE = "livekit";

  /**
   * How far the server's clock and ours may differ: a token is good from so long before its {@code
   * nbf} until so long after its {@code exp}, both inclusive. LiveKit's own receiver allows the
   * same.
   */
  public static final Duration LEEWAY = Duration.ofSeconds(60);

  private static final String BEARER = "Bearer ";

  private final TokenVerifier verifier;
  private final InstantSource clock;

  /**
   * A receiver.
   *
   * @param keys the API keys whose webhooks are accepted
   * @param clock tells whether tokens are valid, and when an event was received
   */
  public WebhookReceiver(LiveKitKeys keys, InstantSource clock) {
    this.verifier = new TokenVerifier(keys, clock);
    this.clock = clock;
  }

  /**
   * Verifies and decodes one request. Throws nothing, whatever came.
   *
   * @param body the bytes of the body as they came over the wire; they are only read
   * @param authorization the {@code Authorization} header: the token, a {@code Bearer} before it
   *     tolerated; null if there is none
   * @return what it is
   */
  public WebhookResult receive(byte[] body, @Nullable String authorization) {
    if (authorization == null || authorization.isBlank()) {
      return new WebhookResult.Rejected(RejectionReason.NO_TOKEN);
    }
    String bodyHash;
    try {
      bodyHash = verifier.bodyHash(token(authorization));
    } catch (TokenVerifier.RejectedException e) {
      return new WebhookResult.Rejected(e.reason());
    }
    BodyDigest digest = BodyDigest.of(body);
    if (!digest.matches(bodyHash)) {
      return new WebhookResult.Rejected(RejectionReason.BODY_CHANGED);
    }
    Instant receivedAt = clock.instant();
    return WebhookDecoder.decode(body, digest, receivedAt);
  }

  private static String token(String authorization) {
    String token = authorization.strip();
    return token.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? token.substring(BEARER.length()).strip()
        : token;
  }
}
