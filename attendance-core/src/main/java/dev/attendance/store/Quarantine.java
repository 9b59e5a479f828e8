package dev.attendance.store;

import dev.attendance.event.FieldRules;
import java.time.Instant;
import java.util.List;

/**
 * Keeps bodies that were signed but could not be decoded, so that they can be replayed.
 * Thread-safe.
 */
public interface Quarantine {

  /** A body that could not be decoded. Immutable; source and digest are its key. */
  final class Body {
    private final String source;
    private final String digest;
    private final Instant receivedAt;
    private final String reason;
    private final byte[] bytes;

    /**
     * A body to keep. The bytes are copied.
     *
     * @param source who sent it, for example {@code livekit}
     * @param digest SHA-256 of the body as received, in lower-case hexadecimal
     * @param receivedAt when it reached us, cut to the millisecond
     * @param reason why it could not be decoded, without personal data
     * @param bytes the body, secrets blanked out
     * @throws IllegalArgumentException if an id or the instant is unfit
     */
    public Body(String source, String digest, Instant receivedAt, String reason, byte[] bytes) {
      this.source = FieldRules.id("source", source);
      this.digest = FieldRules.id("digest", digest);
      this.receivedAt = FieldRules.instant("receivedAt", receivedAt);
      this.reason = FieldRules.text("reason", reason);
      this.bytes = bytes.clone();
    }

    /** {@return who sent it} */
    public String source() {
      return source;
    }

    /** {@return SHA-256 of the body as received, in lower-case hexadecimal} */
    public String digest() {
      return digest;
    }

    /** {@return when it reached us} */
    public Instant receivedAt() {
      return receivedAt;
    }

    /** {@return why it could not be decoded} */
    public String reason() {
      return reason;
    }

    /** {@return a copy of the bytes} */
    public byte[] bytes() {
      return bytes.clone();
    }
  }

  /**
   * Keeps a body, durably when the call returns.
   *
   * @param body what to keep
   * @return whether it is new; a body already kept is not kept again
   * @throws StoreUnavailableException if it cannot be kept now
   */
  boolean keep(Body body);

  /** {@return how many bodies are kept} */
  long count();

  /**
   * {@return the bodies kept, the oldest first, then by digest}
   *
   * @param limit at most so many, at least 1
   */
  List<Body> oldest(int limit);
}
