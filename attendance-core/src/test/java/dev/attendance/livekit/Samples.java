package dev.attendance.livekit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Webhook bodies as LiveKit makes them, each with a token signed with {@code devkey/secret}. */
final class Samples {

  static final String KEY = "devkey";
  static final String SECRET = "secret";

  static final List<String> NAMES =
      List.of(
          "room_started",
          "participant_joined",
          "track_published",
          "participant_left",
          "participant_connection_aborted",
          "room_finished");

  private Samples() {}

  static byte[] body(String name) {
    return read(name + ".json");
  }

  static String token(String name) {
    return new String(read(name + ".jwt"), StandardCharsets.US_ASCII);
  }

  /** {@return a body of text} */
  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] read(String file) {
    try (InputStream in =
        Objects.requireNonNull(Samples.class.getResourceAsStream("samples/" + file), file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
