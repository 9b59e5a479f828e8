package example.attendance.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The floor: SHA-256, an HMAC that is kept ready, and a streaming parser that picks what is wanted.
 * It checks neither issuer nor expiry, so nobody should use it. Not thread-safe.
 */
final class RawReceiver {

  /**
   * What of the body is wanted.
   *
   * @param kind the kind of event
   * @param id its id
   * @param createdAt in seconds since the epoch
   * @param roomSid the room instance
   * @param roomName the room's name
   * @param participantSid the connection
   * @param identity the app's id of whoever connected
   * @param joinedAtMs when
   */
  public record Event(
      String kind,
      String id,
      long createdAt,
      String roomSid,
      String roomName,
      String participantSid,
      String identity,
      long joinedAtMs) {}

  private final JsonFactory json = new JsonFactory();
  private final Mac mac;

  RawReceiver(String secret) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Event receive(byte[] body, String token) {
    int afterHeader = token.indexOf('.') + 1;
    int dot = token.lastIndexOf('.');
    byte[] bytes = token.getBytes(StandardCharsets.ISO_8859_1);
    mac.update(bytes, 0, dot);
    byte[] signature =
        Base64.getUrlDecoder().decode(Arrays.copyOfRange(bytes, dot + 1, bytes.length));
    byte[] claims = Base64.getUrlDecoder().decode(Arrays.copyOfRange(bytes, afterHeader, dot));
    if (!MessageDigest.isEqual(mac.doFinal(), signature)
        || !MessageDigest.isEqual(bodyHash(claims), SignedWebhook.sha256(body))) {
      throw new IllegalArgumentException("the body is not what was signed");
    }
    return event(body);
  }

  private byte[] bodyHash(byte[] claims) {
    byte[] hash = {};
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), claims)) {
      parser.nextToken();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        if (name.equals("sha256")) {
          hash = Base64.getDecoder().decode(parser.getString());
        }
      }
    }
    return hash;
  }

  /** One loop for all levels: {@code inside} is the name of the object that it is in. */
  private Event event(byte[] body) {
    String kind = "";
    String id = "";
    long createdAt = 0;
    String roomSid = "";
    String roomName = "";
    String participantSid = "";
    String identity = "";
    long joinedAtMs = 0;
    String inside = "";
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), body)) {
      parser.nextToken();
      JsonToken token = parser.nextToken();
      while (token != null) {
        if (token == JsonToken.END_OBJECT) {
          inside = "";
        } else if (token == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          JsonToken value = parser.nextToken();
          if (value == JsonToken.START_OBJECT
              && (name.equals("room") || name.equals("participant"))) {
            inside = name;
          } else if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
            parser.skipChildren();
          } else {
            boolean inRoom = inside.equals("room");
            boolean inParticipant = inside.equals("participant");
            switch (name) {
              case "event" -> kind = parser.getString();
              case "id" -> id = parser.getString();
              case "createdAt" -> createdAt = Long.parseLong(parser.getString());
              case "sid" -> {
                roomSid = inRoom ? parser.getString() : roomSid;
                participantSid = inParticipant ? parser.getString() : participantSid;
              }
              case "name" -> roomName = inRoom ? parser.getString() : roomName;
              case "identity" -> identity = parser.getString();
              case "joinedAtMs" -> joinedAtMs = Long.parseLong(parser.getString());
              default -> {
                // Not wanted.
              }
            }
          }
        }
        token = parser.nextToken();
      }
    }
    return new Event(kind, id, createdAt, roomSid, roomName, participantSid, identity, joinedAtMs);
  }
}
