package example.attendance.server.livekit;

import dev.attendance.testkit.GroundTruth.Span;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionException;

/**
 * A client which signals that it wants to join and goes away before any media connection: the
 * server reports {@code participant_connection_aborted} and never {@code participant_joined}.
 */
final class AbandonedAttempt {

  private AbandonedAttempt() {}

  static Span make(URI liveKit, String token, Duration held)
      throws IOException, InterruptedException {
    URI signal = URI.create(liveKit + "/rtc?protocol=15&auto_subscribe=0&access_token=" + token);
    Instant from = now();
    WebSocket socket;
    try {
      socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .connectTimeout(Duration.ofSeconds(10))
              .buildAsync(signal, new WebSocket.Listener() {})
              .join();
    } catch (CompletionException refused) {
      throw new IOException("the server refused the connection", refused);
    }
    Pace.until(System.nanoTime() + held.toNanos());
    socket.abort();
    return new Span(from, now());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
