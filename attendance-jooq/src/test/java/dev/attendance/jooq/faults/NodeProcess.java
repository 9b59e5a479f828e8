package dev.attendance.jooq.faults;

import dev.attendance.event.AttendanceEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A {@link Node} from outside. */
final class NodeProcess {

  private final Process process;
  private final BufferedReader lines;
  private final Map<String, AttendanceEvent> events;
  private final List<AttendanceEvent> acknowledged = new ArrayList<>();

  private NodeProcess(Process process, Map<String, AttendanceEvent> events) {
    this.process = process;
    this.lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.events = events;
  }

  static NodeProcess start(String url, int rooms, int people, long seed) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Node.class.getName(),
                url,
                String.valueOf(rooms),
                String.valueOf(people),
                String.valueOf(seed))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new NodeProcess(
        process,
        new Traffic(rooms, people)
            .events().stream().collect(Collectors.toMap(Node::key, Function.identity())));
  }

  /** Returns when so many more events were acknowledged. */
  void awaitAcknowledged(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      if (!readOne()) {
        throw new IllegalStateException("the node ended after " + acknowledged.size() + " events");
      }
    }
  }

  private boolean readOne() throws IOException {
    String line = lines.readLine();
    if (line == null) {
      return false;
    }
    // A process that is killed while it prints leaves half a line: that event was acknowledged,
    // too.
    AttendanceEvent event = events.get(line);
    if (event != null) {
      acknowledged.add(event);
    }
    return true;
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws Exception {
    Processes.kill(process.pid());
    readRest();
  }

  /** Returns when it has delivered everything. */
  void awaitEnd() throws Exception {
    readRest();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the node failed: exit code " + process.exitValue());
    }
  }

  private void readRest() throws IOException {
    boolean more = true;
    while (more) {
      more = readOne();
    }
  }

  /** What it said was acknowledged. */
  List<AttendanceEvent> acknowledged() {
    return acknowledged;
  }
}
