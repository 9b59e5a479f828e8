package example.attendance.server.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.testkit.GroundTruth;
import dev.attendance.testkit.TruthComparison;
import dev.attendance.testkit.WebhookTrace;
import dev.attendance.testkit.WebhookTraceWriter;
import example.attendance.server.ReferenceServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.JsonNode;

/**
 * The reference server, told by a real LiveKit server of a lesson with real participants, against
 * what these participants recorded themselves. Every request is kept in {@code
 * target/livekit.trace.jsonl}, the truth beside it.
 */
@Tag("livekit")
class RealLiveKitTest {

  private static final Path TRACE = Path.of("target", "livekit.trace.jsonl");
  private static final Path TRUTH = Path.of("target", "livekit.truth.json");
  private static final String ROOM = "lesson-1";
  private static final double PACE = 0.5;

  @TempDir private Path directory;

  @Test
  void attendanceAgreesWithWhatTheClientsRecorded() throws IOException, InterruptedException {
    int port = freePort();
    Files.deleteIfExists(TRACE);
    URI server = URI.create("http://127.0.0.1:" + port);
    try (LiveKitServer liveKit =
            LiveKitServer.start(directory, List.of(server.resolve("/webhooks/livekit")));
        ConfigurableApplicationContext running = start(port, liveKit.http())) {
      assertThat(running.isRunning()).isTrue();
      AttendanceClient client = new AttendanceClient(server);

      GroundTruth truth = new ClassroomScenario(liveKit.ws(), ROOM, PACE).play();
      truth.write(TRUTH);
      JsonNode session = client.awaitFinal(ROOM, Duration.ofSeconds(60));

      assertThat(TruthComparison.differences(truth, AttendanceClient.computed(session))).isEmpty();
      assertThat(AttendanceClient.persons(session, "records"))
          .doesNotContain("observer-1", "student-09")
          .hasSize(12);
      assertThat(AttendanceClient.persons(session, "attempts")).containsExactly("student-09");
      JsonNode totals = client.get("/attendance/totals");
      assertThat(totals.get("joins").asInt()).isEqualTo(18);
      assertThat(totals.get("closed").asInt()).isEqualTo(18);
      assertThat(totals.get("open").asInt()).isZero();
    }
  }

  private ConfigurableApplicationContext start(int port, URI liveKit) {
    return new SpringApplicationBuilder(ReferenceServer.class, Recording.class)
        .run(
            "--server.address=127.0.0.1",
            "--server.port=" + port,
            "--spring.datasource.url=jdbc:h2:file:"
                + directory.resolve("attendance")
                + ";WRITE_DELAY=0",
            "--attendance.server.username=" + AttendanceClient.USER,
            "--attendance.server.password=" + AttendanceClient.PASSWORD,
            "--attendance.livekit.api-key=" + LiveKitServer.API_KEY,
            "--attendance.livekit.api-secret=" + LiveKitServer.API_SECRET,
            "--attendance.livekit.url=" + liveKit,
            "--attendance.jobs.observe-live-rooms.every=5s",
            "--attendance.jobs.calculate-sessions.every=1s",
            "--attendance.session.settle=5s");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Puts the recorder before everything that could read a body. */
  static class Recording {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    TraceRecorder traceRecorder() throws IOException {
      return new TraceRecorder(
          new WebhookTraceWriter(
              TRACE, new WebhookTrace.Header(LiveKitServer.version(), LiveKitServer.API_KEY)));
    }
  }
}
