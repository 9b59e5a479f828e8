package example.attendance.server.livekit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The right to do something on the server. Signed with the JDK alone, because the secret of a
 * development server is shorter than JWT libraries accept.
 */
final class LiveKitToken {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration VALID = Duration.ofHours(1);

  private LiveKitToken() {}

  /** Lets this person into the room. */
  static String join(String room, Cast who) {
    ObjectNode claims = claims().put("sub", who.identity()).put("name", who.name());
    if (!who.metadata().isEmpty()) {
      claims.put("metadata", who.metadata());
    }
    ObjectNode video = claims.putObject("video").put("room", room).put("roomJoin", true);
    if (who.hidden()) {
      video.put("hidden", true);
    }
    return sign(claims);
  }

  /** Lets a caller ask and change what goes on in the room. */
  static String roomAdmin(String room) {
    ObjectNode claims = claims();
    claims.putObject("video").put("room", room).put("roomAdmin", true);
    return sign(claims);
  }

  private static ObjectNode claims() {
    Instant now = Instant.now();
    return JSON.createObjectNode()
        .put("iss", LiveKitServer.API_KEY)
        .put("nbf", now.minusSeconds(5).getEpochSecond())
        .put("exp", now.plus(VALID).getEpochSecond());
  }

  private static String sign(ObjectNode claims) {
    String head = JSON.createObjectNode().put("alg", "HS256").put("typ", "JWT").toString();
    String signed = base64(head.getBytes(UTF_8)) + '.' + base64(claims.toString().getBytes(UTF_8));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(LiveKitServer.API_SECRET.getBytes(UTF_8), "HmacSHA256"));
      return signed + '.' + base64(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
