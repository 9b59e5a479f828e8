package example.attendance.server.livekit;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ends and signals processes that tests have started. */
final class Processes {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private Processes() {}

  /** Asks it to end, and ends it by force if it does not. */
  static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Sends it a signal of {@code kill(1)}, such as {@code -STOP}. */
  static void signal(Process process, String name) throws IOException, InterruptedException {
    if (new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor() != 0) {
      throw new IllegalStateException("kill " + name + " failed");
    }
  }
}
