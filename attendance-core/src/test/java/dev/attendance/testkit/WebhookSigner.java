package dev.attendance.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs webhook bodies as a LiveKit server does, for tests. Built on the JDK alone, so that it
 * proves something about the receiver. Thread-safe.
 */
public final class WebhookSigner {

  /** How long a token is valid from the second in which it is signed. */
  public static final Duration VALIDITY = Duration.ofMinutes(5);

  private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

  private final String key;
  private final byte[] secret;

  /**
   * A signer.
   *
   * @param key the API key
   * @param secret its secret, of any length from one
   */
  public WebhookSigner(String key, String secret) {
    this.key = key;
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * {@return the value of the {@code Authorization} header for a body}
   *
   * @param body the body, byte for byte as it will be sent
   * @param at when it is signed, cut to the second
   */
  public String sign(byte[] body, Instant at) {
    long second = at.getEpochSecond();
    return sign(
        HEADER,
        "{\"iss\":\"%s\",\"exp\":%d,\"nbf\":%d,\"iat\":%d,\"sha256\":\"%s\"}"
            .formatted(key, second + VALIDITY.toSeconds(), second, second, bodyHash(body)));
  }

  /**
   * {@return a token of any header and any claims, for tests of tokens that are not as they should
   * be} It is signed by HS256, whatever the header says.
   *
   * @param header the header's JSON
   * @param claims the claims' JSON
   */
  public String sign(String header, String claims) {
    String signed = base64(header) + "." + base64(claims);
    return signed + "." + base64(hmac(signed.getBytes(StandardCharsets.US_ASCII)));
  }

  /**
   * {@return what a token says of a body: its SHA-256 in standard base64}
   *
   * @param body the body
   */
  public static String bodyHash(byte[] body) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] hmac(byte[] signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
