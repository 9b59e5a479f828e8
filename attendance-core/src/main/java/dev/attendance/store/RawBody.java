package dev.attendance.store;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The bytes in which an event came, secrets blanked out, as they are or compressed: zlib's format
 * as the JDK writes it. Immutable; two are equal if the bytes that came are.
 */
public final class RawBody {

  private static final int BUFFER = 4096;

  private final byte[] kept;
  private final boolean compressed;

  private RawBody(byte[] kept, boolean compressed) {
    this.kept = kept;
    this.compressed = compressed;
  }

  /**
   * {@return the body with these bytes}
   *
   * @param bytes as they came, secrets blanked out; copied
   */
  public static RawBody of(byte[] bytes) {
    return new RawBody(bytes.clone(), false);
  }

  /**
   * {@return the body that a store has kept}
   *
   * @param kept what {@link #kept} said; copied
   * @param compressed what {@link #isCompressed} said
   */
  public static RawBody ofKept(byte[] kept, boolean compressed) {
    return new RawBody(kept.clone(), compressed);
  }

  /** {@return the same body compressed; as it is where that would make it no shorter} */
  public RawBody compressed() {
    if (compressed) {
      return this;
    }
    // Bodies are short, and whoever brings one waits: the fastest way saves nearly as much.
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(kept);
      deflater.finish();
      byte[] shorter = new byte[kept.length];
      int length = deflater.deflate(shorter);
      return deflater.finished() && length < kept.length
          ? new RawBody(Arrays.copyOf(shorter, length), true)
          : this;
    } finally {
      deflater.end();
    }
  }

  /**
   * {@return a copy of the bytes as they came, secrets blanked out}
   *
   * @throws IllegalStateException if it was kept compressed and is damaged
   */
  public byte[] bytes() {
    return compressed ? inflated() : kept.clone();
  }

  private byte[] inflated() {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(kept);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(kept.length * 2);
      byte[] buffer = new byte[BUFFER];
      while (!inflater.finished()) {
        int length = inflater.inflate(buffer);
        if (length == 0 && !inflater.finished()) {
          throw damaged(null);
        }
        bytes.write(buffer, 0, length);
      }
      return bytes.toByteArray();
    } catch (DataFormatException e) {
      throw damaged(e);
    } finally {
      inflater.end();
    }
  }

  private static IllegalStateException damaged(@Nullable Exception cause) {
    return new IllegalStateException("raw body: what was kept of it is damaged", cause);
  }

  /** {@return a copy of what a store keeps of it} */
  public byte[] kept() {
    return kept.clone();
  }

  /** {@return whether what is kept is compressed} */
  public boolean isCompressed() {
    return compressed;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RawBody that && Arrays.equals(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes());
  }

  /** Shows no personal data: the bytes are left out. */
  @Override
  public String toString() {
    return "RawBody[" + kept.length + (compressed ? " bytes, compressed]" : " bytes]");
  }
}
