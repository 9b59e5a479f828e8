package dev.attendance.livekit;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The API keys of a LiveKit installation with their secrets: at least one, several while keys are
 * being rotated. Which one a webhook was signed with is told by its token.
 *
 * <p>Secrets may be of any length from one character: LiveKit's own development secret is {@code
 * secret}. Immutable.
 */
public final class LiveKitKeys {

  private final SortedMap<String, SecretKey> secrets;

  private LiveKitKeys(SortedMap<String, SecretKey> secrets) {
    this.secrets = Collections.unmodifiableSortedMap(secrets);
  }

  /**
   * {@return one key}
   *
   * @param key the API key, not blank
   * @param secret its secret, not empty
   * @throws IllegalArgumentException if either is unfit; the message shows no secret
   */
  public static LiveKitKeys of(String key, String secret) {
    return of(Map.of(key, secret));
  }

  /**
   * {@return several keys}
   *
   * @param secretsByKey secrets, not empty, by API key, not blank; at least one. It is copied
   * @throws IllegalArgumentException if there is none, or one is unfit; the message shows no secret
   */
  public static LiveKitKeys of(Map<String, String> secretsByKey) {
    if (secretsByKey.isEmpty()) {
      throw new IllegalArgumentException("API keys: at least one is needed");
    }
    SortedMap<String, SecretKey> secrets = new TreeMap<>();
    secretsByKey.forEach((key, secret) -> secrets.put(key, secretKey(key, secret)));
    return new LiveKitKeys(secrets);
  }

  /** The secret's UTF-8 bytes are the key as they are: LiveKit decodes nothing. */
  static SecretKey secretKey(String key, String secret) {
    if (key.isBlank()) {
      throw new IllegalArgumentException("API key: must not be blank");
    }
    if (secret.isEmpty()) {
      throw new IllegalArgumentException("API secret of key " + key + ": must not be empty");
    }
    return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /** {@return the secrets by API key} */
  Map<String, SecretKey> secrets() {
    return secrets;
  }

  /** Shows the API keys, never a secret. */
  @Override
  public String toString() {
    return "LiveKitKeys" + secrets.keySet();
  }
}
