package dev.attendance.livekit;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.PrematureJwtException;
import io.jsonwebtoken.UnsupportedJwtException;
import io.jsonwebtoken.security.SignatureException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.SecretKey;

/** Verifies the tokens that LiveKit signs its webhooks with. Thread-safe. */
final class TokenVerifier {

  /** LiveKit's have about 250 characters; a longer one is not worth reading. */
  static final int LONGEST_TOKEN = 8 * 1024;

  /** One for each key, so that a token's issuer decides what it must be signed with. */
  private final Map<String, JwtParser> parsers = new HashMap<>();

  TokenVerifier(LiveKitKeys keys, InstantSource clock) {
    keys.secrets().forEach((key, secret) -> parsers.put(key, parser(secret, clock)));
  }

  private static JwtParser parser(SecretKey secret, InstantSource clock) {
    return Jwts.parser()
        .sig()
        .clear()
        .add(Hs256.INSTANCE)
        .and()
        .zip()
        .clear()
        .and()
        .verifyWith(secret)
        .clock(() -> Date.from(clock.instant()))
        .clockSkewSeconds(WebhookReceiver.LEEWAY.toSeconds())
        .json(TokenJson.INSTANCE)
        .build();
  }

  /**
   * Verifies a token.
   *
   * @return the hash of the body that the token was made for
   * @throws RejectedException if the token proves nothing; nothing else is thrown
   */
  String bodyHash(String token) {
    String issuer = issuer(token);
    JwtParser parser = parsers.get(issuer);
    if (parser == null) {
      throw new RejectedException(RejectionReason.UNKNOWN_KEY);
    }
    Claims claims = claims(parser, token);
    if (!issuer.equals(claims.getIssuer())) {
      throw new RejectedException(RejectionReason.MALFORMED_TOKEN);
    }
    if (!claims.containsKey(Claims.EXPIRATION)) {
      throw new RejectedException(RejectionReason.NO_EXPIRY);
    }
    if (claims.get("sha256") instanceof String hash) {
      return hash;
    }
    throw new RejectedException(RejectionReason.NO_BODY_HASH);
  }

  private static Claims claims(JwtParser parser, String token) {
    try {
      return parser.parseSignedClaims(token).getPayload();
    } catch (ExpiredJwtException e) {
      throw new RejectedException(RejectionReason.EXPIRED);
    } catch (PrematureJwtException e) {
      throw new RejectedException(RejectionReason.NOT_YET_VALID);
    } catch (UnsupportedJwtException e) {
      throw new RejectedException(RejectionReason.UNSUPPORTED_TOKEN);
    } catch (SignatureException e) {
      // An algorithm that is not registered is told as a bad signature with this cause.
      throw new RejectedException(
          e.getCause() instanceof UnsupportedJwtException
              ? RejectionReason.UNSUPPORTED_TOKEN
              : RejectionReason.BAD_SIGNATURE);
    } catch (RuntimeException e) {
      // jjwt documents two more, and hostile headers have been known to bring about others.
      throw new RejectedException(RejectionReason.MALFORMED_TOKEN);
    }
  }

  /** Reads the claim before it is proven: only to know whose proof to ask for. */
  private static String issuer(String token) {
    int payload = token.indexOf('.') + 1;
    int signature = token.indexOf('.', payload) + 1;
    if (token.length() > LONGEST_TOKEN
        || payload == 0
        || signature == 0
        || token.indexOf('.', signature) >= 0) {
      throw new RejectedException(RejectionReason.MALFORMED_TOKEN);
    }
    try {
      byte[] claims = Base64.getUrlDecoder().decode(token.substring(payload, signature - 1));
      return ProtoJson.read(
              claims,
              json ->
                  ProtoJson.only(
                      Claims.ISSUER, json, issuer -> ProtoJson.string(Claims.ISSUER, issuer)))
          .orElseThrow(() -> new RejectedException(RejectionReason.UNKNOWN_KEY));
    } catch (IllegalArgumentException | UndecodableException e) {
      throw new RejectedException(RejectionReason.MALFORMED_TOKEN);
    }
  }

  /** Why a token proves nothing. Has no stack trace: a flood of bad tokens must stay cheap. */
  static final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RejectionReason reason;

    private RejectedException(RejectionReason reason) {
      super(reason.name(), null, false, false);
      this.reason = reason;
    }

    RejectionReason reason() {
      return reason;
    }
  }
}
