package dev.attendance;

import dev.attendance.session.PersonId;
import dev.attendance.session.PersonResolver;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for a person who was erased: made from a secret key, so that an erasure can be
 * repeated with the same outcome, and one-way once the key is gone. Nothing of the key is stored.
 * Immutable.
 */
public final class Pseudonym {

  private static final String PREFIX = "erased-";
  private static final int KEY_BYTES = 32;
  private static final Pattern IDENTITY = Pattern.compile("(erased-[0-9a-f]{32})/[0-9a-f]{32}");

  private final byte[] key;

  private Pseudonym(byte[] key) {
    this.key = key;
  }

  /** {@return one from a new random key} */
  public static Pseudonym random() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return new Pseudonym(key);
  }

  /**
   * {@return the one of a key: the same for the same key}
   *
   * @param key at least 32 bytes that nobody can guess; copied. To be destroyed when the erasure is
   *     done
   * @throws IllegalArgumentException if it is shorter
   */
  public static Pseudonym of(byte[] key) {
    if (key.length < KEY_BYTES) {
      throw new IllegalArgumentException("pseudonym key: must have at least 32 bytes");
    }
    return new Pseudonym(key.clone());
  }

  /** {@return who the person is from now on} */
  public PersonId person() {
    return new PersonId(PREFIX + digest("person"));
  }

  /** What stands for one of the person's identities; different ones stay different. */
  String identity(String identity) {
    return person().value() + "/" + digest("identity " + identity);
  }

  /** Pseudonyms of identities are known by their looks, wherever the app's resolver looks. */
  static PersonResolver resolving(PersonResolver persons) {
    return profile -> {
      Matcher pseudonym = IDENTITY.matcher(profile.identity());
      return pseudonym.matches() ? new PersonId(pseudonym.group(1)) : persons.person(profile);
    };
  }

  /** Twice, each time with the key, as an HMAC does: nothing can be added to what was digested. */
  private String digest(String text) {
    byte[] inner = sha256(text.getBytes(StandardCharsets.UTF_16BE));
    return HexFormat.of().formatHex(Arrays.copyOf(sha256(inner), 16));
  }

  private byte[] sha256(byte[] bytes) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(key);
      return sha256.digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Shows nothing of the key. */
  @Override
  public String toString() {
    return "Pseudonym[" + person().value() + "]";
  }
}
