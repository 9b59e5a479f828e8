package example.attendance.plain;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.attendance.Attendance;
import dev.attendance.livekit.LiveKitKeys;
import dev.attendance.livekit.LiveKitWebhook;
import dev.attendance.livekit.WebhookReceiver;
import dev.attendance.session.SessionId;
import dev.attendance.store.memory.MemoryStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;

/**
 * Attendance without a framework and without a database: the webhook behind the JDK's own web
 * server, sessions from the app's own table, everything in memory.
 */
final class PlainJava implements AutoCloseable {

  private static final int LIMIT = LiveKitWebhook.DEFAULT_BODY_LIMIT;

  private final Attendance attendance;
  private final LiveKitWebhook webhook;
  private final HttpServer server;

  PlainJava(int port, LiveKitKeys keys, Timetable timetable, InstantSource clock)
      throws IOException {
    attendance = Attendance.builder(new MemoryStore()).directory(timetable).clock(clock).build();
    webhook = new LiveKitWebhook(new WebhookReceiver(keys, clock), attendance, clock);
    server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext("/webhooks/livekit", this::receive);
    server.start();
  }

  /** The bytes as they came, no more of them than allowed; nothing but a status goes back. */
  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(LIMIT + 1);
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      int status = body.length > LIMIT ? 413 : webhook.handle(body, token).status();
      exchange.sendResponseHeaders(status, -1);
    }
  }

  /** The attendance of a lesson in lines for people; to be called whenever somebody asks. */
  List<String> report(SessionId lesson) {
    return attendance.report(lesson).stream()
        .flatMap(report -> report.attendance().records().stream())
        .map(
            record ->
                record.name()
                    + ": "
                    + record.status()
                    + ", at least "
                    + record.bridged().atLeast().toSeconds()
                    + " s, at most "
                    + record.bridged().atMost().toSeconds()
                    + " s")
        .toList();
  }

  /** What a timer in a real app does every few minutes: says how many lessons it settled. */
  int settle() {
    attendance.foldPending().runOnce();
    return attendance.calculateSessions().runOnce();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** Takes webhooks on port 8080, signed with the key and secret given as arguments. */
  public static void main(String[] arguments) throws IOException {
    LiveKitKeys keys = LiveKitKeys.of(arguments[0], arguments[1]);
    // Lives on: the web server's thread is no daemon.
    var unused = new PlainJava(8080, keys, new Timetable(), InstantSource.system());
  }
}
