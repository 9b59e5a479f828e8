package dev.attendance.livekit;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jwts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import javax.crypto.SecretKey;

/** Signs the tokens for asking LiveKit's room service: each for one question, and short-lived. */
final class RoomServiceToken {

  /** How long a token is good for; the server adds its own leeway of a minute. */
  static final Duration LIFETIME = Duration.ofSeconds(60);

  private final String key;
  private final SecretKey secret;
  private final InstantSource clock;

  RoomServiceToken(String key, String secret, InstantSource clock) {
    this.key = key;
    this.secret = LiveKitKeys.secretKey(key, secret);
    this.clock = clock;
  }

  /** {@return a token that allows to list rooms, and nothing else} */
  String listRooms() {
    return sign(Map.of("roomList", true));
  }

  /**
   * {@return a token that allows to administer one room, and nothing else}
   *
   * @param room the room's name; LiveKit compares it exactly
   */
  String administer(String room) {
    return sign(Map.of("roomAdmin", true, "room", room));
  }

  /** Without {@code nbf}: a clock that is ahead of the server's is no reason to be turned away. */
  private String sign(Map<String, Object> grants) {
    return Jwts.builder()
        .json(TokenJson.INSTANCE)
        .issuer(key)
        .claim(Claims.EXPIRATION, clock.instant().plus(LIFETIME).getEpochSecond())
        .claim("video", grants)
        .signWith(secret, Hs256.INSTANCE)
        .compact();
  }
}
