package example.attendance.benchmarks;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.JWTVerifier;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The usual way to write it: java-jwt for the token, Jackson's data binding for the body. */
final class JavaJwtReceiver {

  /**
   * What of the body is wanted.
   *
   * @param event its kind
   * @param id its id
   * @param createdAt in seconds since the epoch
   * @param room where
   * @param participant who
   */
  public record Event(
      String event, String id, long createdAt, Room room, Participant participant) {}

  /**
   * Where.
   *
   * @param sid the room instance
   * @param name the room's name
   */
  public record Room(String sid, String name) {}

  /**
   * Who.
   *
   * @param sid the connection
   * @param identity the app's id
   * @param name the display name
   * @param joinedAtMs when
   * @param disconnectReason why it ended, if it did
   */
  public record Participant(
      String sid,
      String identity,
      String name,
      long joinedAtMs,
      @Nullable String disconnectReason) {}

  private final JWTVerifier verifier;
  private final ObjectReader reader =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(Event.class);

  JavaJwtReceiver(String key, String secret) {
    verifier = JWT.require(Algorithm.HMAC256(secret)).withIssuer(key).build();
  }

  Event receive(byte[] body, String token) {
    String signed = verifier.verify(token).getClaim("sha256").asString();
    if (!MessageDigest.isEqual(Base64.getDecoder().decode(signed), SignedWebhook.sha256(body))) {
      throw new IllegalArgumentException("the body is not what was signed");
    }
    return reader.readValue(body);
  }
}
