package example.attendance.server.livekit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One real client in a process of its own. Every wait is for the process's own word and ends with
 * an exception after {@link #LIMIT}.
 */
final class Participant implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Path SCRIPT =
      Path.of(System.getProperty("livekit.participant", "src/test/livekit/participant.mjs"))
          .toAbsolutePath();

  private final Process process;
  private final Writer commands;
  private final Supplier<String> token;
  private final Transcript transcript = new Transcript();

  private Participant(Process process, Supplier<String> token) {
    this.process = process;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    this.token = token;
    Thread reader = new Thread(this::read, "participant-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts the process; it does not connect yet. A fresh token is made for every connection. */
  static Participant start(URI liveKit, Supplier<String> token)
      throws IOException, InterruptedException {
    if (!Files.isDirectory(SCRIPT.resolveSibling("node_modules"))) {
      throw new IllegalStateException("Run `npm ci` in " + SCRIPT.getParent() + " first.");
    }
    ProcessBuilder command =
        new ProcessBuilder(
            System.getProperty("livekit.node", "node"), SCRIPT.toString(), liveKit.toString());
    command.environment().put("NODE_ENV", "production"); // the client library logs less
    Participant participant = new Participant(command.redirectErrorStream(true).start(), token);
    try {
      participant.transcript.await(0, LIMIT, "ready");
      return participant;
    } catch (IllegalStateException | InterruptedException failed) {
      participant.close();
      throw failed;
    }
  }

  /** Joins, or joins again after it left. */
  void connect() throws IOException, InterruptedException {
    int from = transcript.size();
    send(command("connect").put("token", token.get()));
    Transcript.Entry said = transcript.await(from, LIMIT, "connected", "connect-failed", "error");
    if (!said.event().equals("connected")) {
      throw new IllegalStateException("could not connect:\n" + transcript);
    }
  }

  /** Says goodbye and waits until it is out. */
  void leave() throws IOException, InterruptedException {
    perform(command("leave"), "disconnected");
  }

  void publishMicrophone() throws IOException, InterruptedException {
    perform(command("publish-microphone"), "published");
  }

  void unpublishMicrophone() throws IOException, InterruptedException {
    perform(command("unpublish-microphone"), "unpublished");
  }

  /** Gives up its connection and makes a new one, which gets a new sid. */
  void reconnectInFull() throws IOException, InterruptedException {
    perform(command("simulate").put("scenario", "FULL_RECONNECT"), "sid-changed");
  }

  /** Drops only the signalling connection; the session and its sid survive. */
  void resumeSignal() throws IOException, InterruptedException {
    perform(command("simulate").put("scenario", "SIGNAL_RECONNECT"), "reconnected");
  }

  /** Waits until the server has thrown it out. */
  void awaitDisconnected() throws InterruptedException {
    transcript.await(0, LIMIT, "disconnected");
  }

  /** SIGKILL: no goodbye of any kind. */
  void killForcibly() throws InterruptedException {
    transcript.note("killed", Instant.now());
    process.destroyForcibly().waitFor();
  }

  /** SIGSTOP: alive but silent, like a laptop with a closed lid. */
  void suspend() throws IOException, InterruptedException {
    transcript.note("suspended", Instant.now());
    Processes.signal(process, "-STOP");
  }

  /** SIGCONT, and waits until it is back in a session of its own. */
  void resumeAndAwaitNewSid() throws IOException, InterruptedException {
    int from = transcript.size();
    Processes.signal(process, "-CONT");
    transcript.await(from, LIMIT, "sid-changed");
  }

  Transcript transcript() {
    return transcript;
  }

  List<Instant> connectedAt() {
    return StayReader.stays(transcript).stream().map(stay -> stay.connectedAt()).toList();
  }

  List<Instant> disconnectedAt() {
    return StayReader.stays(transcript).stream().map(stay -> stay.disconnectedAt()).toList();
  }

  List<String> sids() {
    return StayReader.stays(transcript).stream().map(stay -> stay.sid()).toList();
  }

  @Override
  public void close() {
    Processes.end(process);
  }

  private void perform(ObjectNode command, String done) throws IOException, InterruptedException {
    int from = transcript.size();
    send(command);
    if (transcript.await(from, LIMIT, done, "error").event().equals("error")) {
      throw new IllegalStateException("failed at " + command + ":\n" + transcript);
    }
  }

  private void send(ObjectNode command) throws IOException {
    commands.write(command + "\n");
    commands.flush();
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(transcript::line);
    } catch (IOException | UncheckedIOException closed) {
      // the process has gone, and with it what it had to say
    } finally {
      transcript.end();
    }
  }

  private static ObjectNode command(String name) {
    return JsonMapper.shared().createObjectNode().put("cmd", name);
  }
}
