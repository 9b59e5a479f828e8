package dev.attendance.store;

import dev.attendance.event.FieldRules;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps bodies that were signed but could not be decoded, so that they can be replayed.
 * Thread-safe.
 */
public interface Quarantine {

  /**
   * A body that could not be decoded.
   *
   * @param source who sent it, for example {@code livekit}
   * @param digest SHA-256 of the body as received, in lower-case hexadecimal; with the source its
   *     key
   * @param receivedAt when it reached us
   * @param reason why it could not be decoded, without personal data
   * @param body its bytes, secrets blanked out
   */
  @SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by content
  record Body(String source, String digest, Instant receivedAt, String reason, byte[] body) {

    /**
     * Checks the ids and cuts the instant to the millisecond; the bytes are copied.
     *
     * @throws IllegalArgumentException if an id or the instant is unfit
     */
    public Body {
      FieldRules.id("source", source);
      FieldRules.id("digest", digest);
      receivedAt = FieldRules.instant("receivedAt", receivedAt);
      FieldRules.text("reason", reason);
      body = body.clone();
    }

    /** {@return a copy of the bytes} */
    @Override
    public byte[] body() {
      return body.clone();
    }

    /** Two bodies are equal if their bytes are, and all else. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Body that
          && source.equals(that.source)
          && digest.equals(that.digest)
          && receivedAt.equals(that.receivedAt)
          && reason.equals(that.reason)
          && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
      return Objects.hash(source, digest, receivedAt, reason);
    }

    /** Shows no personal data: the bytes are left out. */
    @Override
    public String toString() {
      return "Body[" + source + ", " + digest + "]";
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
   * {@return the bodies kept, the oldest first, then by digest and by source}
   *
   * @param limit at most so many, at least 1
   */
  List<Body> oldest(int limit);

  /**
   * {@return the bodies that follow one in the order of {@link #oldest}, which may be gone by now}
   *
   * @param body the last one of the page before
   * @param limit at most so many, at least 1
   * @throws StoreUnavailableException if they cannot be read now
   */
  List<Body> after(Body body, int limit);

  /**
   * Takes a body out, durably when the call returns.
   *
   * @param source who sent it
   * @param digest its digest
   * @return whether it was there
   * @throws StoreUnavailableException if it cannot be taken out now
   */
  boolean remove(String source, String digest);
}
