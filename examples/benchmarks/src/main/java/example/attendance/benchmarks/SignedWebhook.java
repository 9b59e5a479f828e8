package example.attendance.benchmarks;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** A webhook as LiveKit sends it: a participant that left, exactly 1 000 bytes. */
final class SignedWebhook {

  static final String KEY = "APIbenchmark";
  static final String SECRET = "a-secret-of-more-than-thirty-two-characters";
  static final int SIZE = 1_000;

  private static final String TEMPLATE =
      """
      {"event":"participant_left","room":{"sid":"RM_9sXk4VqT2pLm","name":"math-101",\
      "emptyTimeout":300,"departureTimeout":20,"creationTime":"1785139200",\
      "creationTimeMs":"1785139200123","enabledCodecs":[{"mime":"audio/PCMU"},\
      {"mime":"audio/PCMA"},{"mime":"audio/opus"},{"mime":"audio/red"},{"mime":"video/VP8"},\
      {"mime":"video/H264"},{"mime":"video/VP9"},{"mime":"video/AV1"},{"mime":"video/H265"},\
      {"mime":"video/rtx"}],"numParticipants":1,"numPublishers":1},"participant":{\
      "sid":"PA_h3Dk8RtYvC2s","identity":"student-42","state":"DISCONNECTED",\
      "metadata":"%s","joinedAt":"1785139200","joinedAtMs":"1785139200456",\
      "name":"Zoë Müller","version":9,"permission":{"canSubscribe":true,"canPublish":true,\
      "canPublishData":true},"isPublisher":true,"attributes":{"schoolId":"S-77"},\
      "disconnectReason":"CLIENT_INITIATED"},"id":"EV_T8nBq5yXw4Zg","createdAt":"1785142805"}""";

  private final byte[] body;
  private final String token;

  private SignedWebhook(byte[] body, String token) {
    this.body = body;
    this.token = token;
  }

  static SignedWebhook create() {
    int missing = SIZE - TEMPLATE.formatted("").getBytes(StandardCharsets.UTF_8).length;
    byte[] body = TEMPLATE.formatted("x".repeat(missing)).getBytes(StandardCharsets.UTF_8);
    String token =
        JWT.create()
            .withIssuer(KEY)
            .withClaim("sha256", Base64.getEncoder().encodeToString(sha256(body)))
            .withNotBefore(Instant.now())
            .withExpiresAt(Instant.now().plus(Duration.ofDays(1)))
            .sign(Algorithm.HMAC256(SECRET));
    return new SignedWebhook(body, token);
  }

  byte[] body() {
    return body;
  }

  /** The value of the {@code Authorization} header; good for a day. */
  String token() {
    return token;
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
