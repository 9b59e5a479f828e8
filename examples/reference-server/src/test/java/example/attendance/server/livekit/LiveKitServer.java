package example.attendance.server.livekit;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real LiveKit server in a process of its own, reachable at 127.0.0.1 only. */
final class LiveKitServer implements AutoCloseable {

  static final String API_KEY = "devkey";
  static final String API_SECRET = "secret";

  private static final Duration START = Duration.ofSeconds(30);
  private static final String MISSING =
      """
      No LiveKit server: the test against a real one needs its binary. Build it with
        CGO_ENABLED=0 GOBIN=<dir> go install github.com/livekit/livekit-server/cmd/server@v1.13.5
      and name it with -Dlivekit.server=<dir>/server or the environment variable LIVEKIT_SERVER,
      or put it on the PATH as livekit-server.""";

  private final Process process;
  private final int port;
  private final Path log;
  private final Thread atExit;

  private LiveKitServer(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
    this.atExit = new Thread(process::destroyForcibly, "livekit-server-at-exit");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Starts it and waits until it answers. Its settings and its log go to the directory. */
  static LiveKitServer start(Path directory, List<URI> webhooks)
      throws IOException, InterruptedException {
    String binary = binary();
    LiveKitConfig settings = LiveKitConfig.onFreePorts(webhooks);
    Path config = directory.resolve("livekit.yaml");
    Path log = directory.resolve("livekit.log");
    Files.writeString(config, settings.yaml());
    Process process =
        new ProcessBuilder(binary, "--config", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    LiveKitServer server = new LiveKitServer(process, settings.port(), log);
    try {
      server.awaitReady();
      return server;
    } catch (IllegalStateException | InterruptedException failed) {
      server.close();
      throw failed;
    }
  }

  URI http() {
    return URI.create("http://127.0.0.1:" + port);
  }

  URI ws() {
    return URI.create("ws://127.0.0.1:" + port);
  }

  /** What the server itself wrote, one JSON-like line an event. */
  Path log() {
    return log;
  }

  /** What the binary calls itself, such as {@code 1.13.5}. */
  static String version() throws IOException {
    Process asked = new ProcessBuilder(binary(), "--version").redirectErrorStream(true).start();
    String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return said.substring(said.lastIndexOf(' ') + 1);
  }

  /** Does not wait for participants: a polite request alone would, for ever. */
  @Override
  public void close() {
    Processes.end(process);
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private void awaitReady() throws InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(http()).timeout(Duration.ofSeconds(2)).build();
    long deadline = System.nanoTime() + START.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      try {
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        process.waitFor(50, TimeUnit.MILLISECONDS);
      }
    }
    throw new IllegalStateException("LiveKit did not come up:\n" + endOfLog());
  }

  private String endOfLog() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  private static String binary() {
    String named = System.getProperty("livekit.server", System.getenv("LIVEKIT_SERVER"));
    Optional<Path> found =
        named == null || named.isBlank()
            ? Stream.of(
                    Optional.ofNullable(System.getenv("PATH"))
                        .orElse("")
                        .split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, "livekit-server"))
                .filter(Files::isExecutable)
                .findFirst()
            : Optional.of(Path.of(named)).filter(Files::isExecutable);
    return found
        .orElseThrow(
            () ->
                new IllegalStateException(
                    named == null ? MISSING : MISSING + "\nIt is not at " + named + "."))
        .toString();
  }
}
