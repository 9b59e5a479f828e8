package dev.attendance.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.testkit.SettableClock;
import dev.attendance.testkit.WebhookSigner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReceiverTest {

  private static final Instant SIGNED = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant EXPIRY = SIGNED.plus(WebhookSigner.VALIDITY);
  private static final byte[] BODY = Samples.body("participant_joined");
  private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

  /** Longer than HMAC's block, where the secret is hashed before it is used. */
  private static final String LONG_SECRET = "Ünsecret ".repeat(20);

  private final SettableClock clock = new SettableClock(SIGNED);
  private final WebhookSigner signer = new WebhookSigner("devkey", "secret");
  private final WebhookReceiver receiver =
      new WebhookReceiver(LiveKitKeys.of("devkey", "secret"), clock);

  @Test
  void aSignedEventIsAccepted() {
    assertAccepted(receiver.receive(BODY, signer.sign(BODY, SIGNED)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  ", " Bearer "})
  void aBearerPrefixIsTolerated(String prefix) {
    assertAccepted(receiver.receive(BODY, prefix + signer.sign(BODY, SIGNED) + " "));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void withoutTokenItIsRejected(String authorization) {
    assertRejected(RejectionReason.NO_TOKEN, authorization);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "secret",
        "a.b",
        "..",
        "a.b.c",
        "a.b.c.d.e",
        "e30.e30.e30.e30.e30",
        "eyJhbGciOiJIUzI1NiJ9.bm90IGpzb24.AAAA",
        "eyJhbGciOiJIUzI1NiJ9.W10.AAAA",
        "Basic ZGV2a2V5OnNlY3JldA==",
        "\u0000.\uD800.é"
      })
  void whatIsNoTokenIsRejected(String authorization) {
    WebhookResult result = receiver.receive(BODY, authorization);

    assertThat(result)
        .isIn(
            new WebhookResult.Rejected(RejectionReason.MALFORMED_TOKEN),
            new WebhookResult.Rejected(RejectionReason.NO_TOKEN));
  }

  @Test
  void aTokenLongerThanAnyOfLiveKitsIsRejected() {
    String claims = claims("\"pad\":\"" + "x".repeat(TokenVerifier.LONGEST_TOKEN) + "\"");

    assertRejected(RejectionReason.MALFORMED_TOKEN, signer.sign(HEADER, claims));
  }

  @Test
  void aForeignKeyIsRejected() {
    assertRejected(
        RejectionReason.UNKNOWN_KEY, new WebhookSigner("otherkey", "secret").sign(BODY, SIGNED));
  }

  @Test
  void aTokenWithoutIssuerIsRejected() {
    String claims = claims("\"nbf\":1").replace("\"iss\":\"devkey\",", "");

    assertRejected(RejectionReason.UNKNOWN_KEY, signer.sign(HEADER, claims));
  }

  @Test
  void aWrongSecretIsRejected() {
    assertRejected(
        RejectionReason.BAD_SIGNATURE, new WebhookSigner("devkey", "Secret").sign(BODY, SIGNED));
  }

  @Test
  void aSignatureOfOtherClaimsIsRejected() {
    String good = signer.sign(BODY, SIGNED);
    String late = signer.sign(BODY, SIGNED.plusSeconds(1));

    assertRejected(
        RejectionReason.BAD_SIGNATURE,
        good.substring(0, good.lastIndexOf('.')) + late.substring(late.lastIndexOf('.')));
  }

  @Test
  void aTokenWithoutSignatureIsRejected() {
    String good = signer.sign(BODY, SIGNED);

    assertRejected(RejectionReason.MALFORMED_TOKEN, good.substring(0, good.lastIndexOf('.') + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE"})
  void anUnsecuredTokenIsRejected(String algorithm) {
    String signed =
        signer.sign("{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm), claims("\"nbf\":1"));

    assertRejected(RejectionReason.UNSUPPORTED_TOKEN, signed);
    assertRejected(
        RejectionReason.UNSUPPORTED_TOKEN, signed.substring(0, signed.lastIndexOf('.') + 1));
  }

  @Test
  void anotherAlgorithmIsRejectedEvenIfItsSignatureIsGood() throws Exception {
    String secret = "s".repeat(64);
    WebhookReceiver strong = new WebhookReceiver(LiveKitKeys.of("devkey", secret), clock);
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String signed =
        base64.encodeToString(Samples.utf8("{\"alg\":\"HS512\",\"typ\":\"JWT\"}"))
            + "."
            + base64.encodeToString(Samples.utf8(claims("\"nbf\":1")));
    Mac mac = Mac.getInstance("HmacSHA512");
    mac.init(new SecretKeySpec(Samples.utf8(secret), "HmacSHA512"));
    String token = signed + "." + base64.encodeToString(mac.doFinal(Samples.utf8(signed)));

    assertThat(strong.receive(BODY, token))
        .isEqualTo(new WebhookResult.Rejected(RejectionReason.UNSUPPORTED_TOKEN));
    assertAccepted(strong.receive(BODY, new WebhookSigner("devkey", secret).sign(BODY, SIGNED)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"typ\":\"JWT\"}",
        "{\"alg\":null}",
        "{\"alg\":\"\"}",
        "{\"alg\":[\"HS256\"]}",
        "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}",
        "{\"alg\":\"HS256\",\"crit\":[\"exp2\"],\"exp2\":1}",
        "{\"alg\":\"HS256\",\"zip\":\"DEF\"}",
        "{\"alg\":\"HS256\",\"cty\":\"text/plain\"}",
        "[]",
        "null",
        "{"
      })
  void anUnusualHeaderIsRejected(String header) {
    WebhookResult result = receiver.receive(BODY, signer.sign(header, claims("\"nbf\":1")));

    assertThat(result)
        .isIn(
            new WebhookResult.Rejected(RejectionReason.MALFORMED_TOKEN),
            new WebhookResult.Rejected(RejectionReason.UNSUPPORTED_TOKEN));
  }

  @Test
  void aTokenIsGoodUntilSixtySecondsAfterItsExpiry() {
    String token = signer.sign(BODY, SIGNED);

    clock.set(EXPIRY.plusSeconds(60));
    assertAccepted(receiver.receive(BODY, token));
    clock.advance(Duration.ofMillis(1));
    assertRejected(RejectionReason.EXPIRED, token);
  }

  @Test
  void aTokenIsGoodFromSixtySecondsBeforeItBecomesValid() {
    String token = signer.sign(BODY, SIGNED);

    clock.set(SIGNED.minusSeconds(60));
    assertAccepted(receiver.receive(BODY, token));
    clock.advance(Duration.ofMillis(-1));
    assertRejected(RejectionReason.NOT_YET_VALID, token);
  }

  /** Servers before v1.13.0 send none; a later one's clock may be ahead of ours. */
  @ParameterizedTest
  @ValueSource(strings = {"\"nbf\":1", "\"iat\":1", "\"iat\":99999999999", "\"jti\":\"x\""})
  void whenATokenWasIssuedDoesNotMatter(String claim) {
    assertAccepted(receiver.receive(BODY, signer.sign(HEADER, claims(claim))));
  }

  @Test
  void aTokenThatNeverExpiresIsRejected() {
    assertRejected(
        RejectionReason.NO_EXPIRY,
        signer.sign(HEADER, claims("\"nbf\":1").replaceFirst("\"exp\":\\d+,", "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"soon\"", "{}", "1e400", "-1", "null", "true"})
  void anExpiryThatIsNoneIsRejected(String expiry) {
    String claims = claims("\"nbf\":1").replaceFirst("\"exp\":\\d+", "\"exp\":" + expiry);

    assertThat(receiver.receive(BODY, signer.sign(HEADER, claims)))
        .isInstanceOf(WebhookResult.Rejected.class);
  }

  @Test
  void aChangedBodyIsRejected() {
    String token = signer.sign(BODY, SIGNED);
    byte[] changed = BODY.clone();
    changed[changed.length / 2] ^= 1;

    assertThat(receiver.receive(changed, token))
        .isEqualTo(new WebhookResult.Rejected(RejectionReason.BODY_CHANGED));
    assertThat(receiver.receive(new byte[0], token))
        .isEqualTo(new WebhookResult.Rejected(RejectionReason.BODY_CHANGED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"sha256\":null,", "\"sha256\":42,", "\"sha256\":[\"x\"],"})
  void aTokenWithoutBodyHashIsRejected(String hash) {
    String claims = claims("\"nbf\":1").replaceFirst("\"sha256\":\"[^\"]*\",", hash);

    assertRejected(RejectionReason.NO_BODY_HASH, signer.sign(HEADER, claims));
  }

  @Test
  void aBodyHashMustBeInStandardBase64WithPadding() {
    byte[] body = bodyWhoseHashTellsBase64Apart();
    String hash = WebhookSigner.bodyHash(body);
    String urlSafe = hash.replace('+', '-').replace('/', '_');

    for (String wrong : new String[] {urlSafe, hash.replace("=", ""), hash + " ", ""}) {
      String claims =
          claims("\"nbf\":1").replaceFirst("\"sha256\":\"[^\"]*\"", "\"sha256\":\"" + wrong + "\"");
      assertThat(receiver.receive(body, signer.sign(HEADER, claims)))
          .isEqualTo(new WebhookResult.Rejected(RejectionReason.BODY_CHANGED));
    }
    assertThat(receiver.receive(body, signer.sign(body, SIGNED)))
        .isInstanceOf(WebhookResult.Undecodable.class);
  }

  @Test
  void theKeyIsChosenByTheIssuer() {
    WebhookReceiver several =
        new WebhookReceiver(
            LiveKitKeys.of(Map.of("old", "x", "new", LONG_SECRET, "devkey", "secret")), clock);

    assertAccepted(several.receive(BODY, new WebhookSigner("old", "x").sign(BODY, SIGNED)));
    assertAccepted(several.receive(BODY, new WebhookSigner("new", LONG_SECRET).sign(BODY, SIGNED)));
    assertAccepted(several.receive(BODY, signer.sign(BODY, SIGNED)));
    assertThat(several.receive(BODY, new WebhookSigner("old", LONG_SECRET).sign(BODY, SIGNED)))
        .isEqualTo(new WebhookResult.Rejected(RejectionReason.BAD_SIGNATURE));
  }

  @Test
  void ofTwoIssuersInOneTokenTheLastIsAskedForItsProof() {
    WebhookReceiver several =
        new WebhookReceiver(LiveKitKeys.of(Map.of("a", "secret", "b", "other")), clock);
    String claims = claims("\"iss\":\"b\"").replace("devkey", "a");

    assertThat(several.receive(BODY, signer.sign(HEADER, claims)))
        .isEqualTo(new WebhookResult.Rejected(RejectionReason.BAD_SIGNATURE));
  }

  private void assertRejected(RejectionReason reason, String authorization) {
    assertThat(receiver.receive(BODY, authorization)).isEqualTo(new WebhookResult.Rejected(reason));
  }

  private static void assertAccepted(WebhookResult result) {
    assertThat(result).isInstanceOf(WebhookResult.Accepted.class);
  }

  /** Good claims, and one more. */
  private static String claims(String more) {
    return "{\"iss\":\"devkey\",\"exp\":%d,\"sha256\":\"%s\",%s}"
        .formatted(EXPIRY.getEpochSecond(), WebhookSigner.bodyHash(BODY), more);
  }

  private static byte[] bodyWhoseHashTellsBase64Apart() {
    for (int i = 0; ; i++) {
      byte[] body = ("not json " + i).getBytes(StandardCharsets.US_ASCII);
      String hash = WebhookSigner.bodyHash(body);
      if (hash.contains("+") && hash.contains("/")) {
        return body;
      }
    }
  }
}
