package example.attendance.server;

import dev.attendance.testkit.TruthComparison;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * The whole way in one command: starts the server on a fresh H2 file, with a key and credentials to
 * throw away, tells it a lesson that was captured from a real LiveKit server through its real
 * endpoint, and prints who attended. The server then stays up, unless the system property {@value
 * #EXIT} is true.
 */
final class Demo {

  static final String EXIT = "attendance.demo.exit";

  private static final Path DATA = Path.of("target", "demo").toAbsolutePath();
  private static final int USUAL_PORT = 8080;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final PrintStream out;
  private final CapturedLesson lesson;
  private final InstantSource clock;

  Demo(PrintStream out, CapturedLesson lesson) {
    this.out = out;
    this.lesson = lesson;
    this.clock = clock(lesson);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Demo demo =
        new Demo(new PrintStream(System.out, true, StandardCharsets.UTF_8), CapturedLesson.read());
    boolean good;
    try (RunningServer server = demo.start(usualPortOrAnother())) {
      good = demo.run(server);
      if (good && !Boolean.getBoolean(EXIT)) {
        demo.out.println("The server stays up until you press Ctrl-C.");
        Thread.currentThread().join();
      }
    }
    System.exit(good ? 0 : 1);
  }

  RunningServer start(int port) throws IOException {
    FileSystemUtils.deleteRecursively(DATA);
    return RunningServer.start(
        List.of(
            "server.port=" + port,
            "spring.datasource.url=jdbc:h2:file:"
                + DATA.resolve("attendance")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
            "attendance.jobs.calculate-sessions.every=3s",
            "spring.main.banner-mode=off",
            "logging.level.root=warn"),
        ReferenceServer.class,
        DemoClock.class);
  }

  /** Tells the lesson and prints what came of it; says whether all of it is as it should be. */
  boolean run(RunningServer server) throws IOException, InterruptedException {
    out.printf(
        "%nThe server runs at %s, on an H2 file in %s.%n"
            + "Telling it a lesson captured from LiveKit %s: %d webhooks, each signed anew.%n",
        server.uri("/"), DATA, lesson.liveKitVersion(), lesson.requests().size());
    List<String> refused = lesson.tell(server, clock);
    if (!refused.isEmpty()) {
      out.println("Not all of it was taken:");
      refused.forEach(out::println);
      return false;
    }
    out.println("All were answered with 200. Waiting until the lesson is settled ...");
    Optional<JsonNode> session = lesson.awaitSettled(server, PATIENCE);
    if (session.isEmpty()) {
      out.println("It was not settled within " + PATIENCE.toSeconds() + " s. What is known:");
      out.println(server.get("/attendance/sessions").body());
      out.println(server.get("/attendance/totals").body());
      return false;
    }
    new LessonTable(ZoneId.systemDefault()).print(session.get(), out);
    boolean agrees = compare(session.get());
    whereToLook(server, session.get().get("session").get("id").asString());
    return agrees;
  }

  private boolean compare(JsonNode session) {
    List<String> differences =
        TruthComparison.differences(lesson.truth(), LessonTable.computed(session));
    if (differences.isEmpty()) {
      out.println(
          "This agrees with what the participants' own devices recorded, connection by connection.");
    } else {
      out.println("This does not agree with what the participants' own devices recorded:");
      differences.forEach(out::println);
    }
    return differences.isEmpty();
  }

  private void whereToLook(RunningServer server, String id) {
    String curl = "  curl -u " + server.username() + ":" + server.password() + " ";
    String session = "/attendance/sessions/" + id;
    out.println();
    out.println("Where to look:");
    out.println("  in a browser: " + server.uri(session + "/report.html"));
    out.println("    user " + server.username() + ", password " + server.password());
    out.println(curl + server.uri("/attendance/sessions"));
    out.println(curl + server.uri(session));
    out.println(curl + server.uri(session + "/present"));
    out.println(curl + "'" + server.uri(session + "/explanation?person=student-05") + "'");
    out.println(curl + server.uri("/attendance/totals"));
    out.println("  curl " + server.uri(RunningServer.HEALTH));
    out.println();
  }

  private static int usualPortOrAnother() throws IOException {
    try (ServerSocket socket = new ServerSocket(USUAL_PORT, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException taken) {
      return 0;
    }
  }

  /**
   * The lesson is in the past; on a machine whose clock does not know that, time is put forward.
   */
  private static InstantSource clock(CapturedLesson lesson) {
    Instant past = lesson.endedAt().plus(Duration.ofMinutes(10));
    Duration behind = Duration.between(Instant.now(), past);
    return behind.isNegative()
        ? InstantSource.system()
        : InstantSource.offset(InstantSource.system(), behind);
  }

  /** The server's clock is that of the one who signs. */
  static final class DemoClock {
    @Bean
    InstantSource clock() throws IOException {
      return Demo.clock(CapturedLesson.read());
    }
  }
}
