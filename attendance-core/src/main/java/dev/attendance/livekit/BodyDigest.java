package dev.attendance.livekit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The SHA-256 of a webhook's body, over the bytes as they were received. */
final class BodyDigest {

  private final byte[] digest;

  private BodyDigest(byte[] digest) {
    this.digest = digest;
  }

  static BodyDigest of(byte[] body) {
    try {
      return new BodyDigest(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The digest that was written so; nothing if it is none. */
  static Optional<BodyDigest> ofHex(String hex) {
    return hex.matches("[0-9a-f]{64}")
        ? Optional.of(new BodyDigest(HexFormat.of().parseHex(hex)))
        : Optional.empty();
  }

  /**
   * {@return whether a token's claim is this digest in standard base64 with padding} Takes the same
   * time wherever they differ.
   */
  boolean matches(String claim) {
    return MessageDigest.isEqual(
        Base64.getEncoder().encode(digest), claim.getBytes(StandardCharsets.UTF_8));
  }

  /** {@return the digest in lower-case hexadecimal} */
  String hex() {
    return HexFormat.of().formatHex(digest);
  }
}
