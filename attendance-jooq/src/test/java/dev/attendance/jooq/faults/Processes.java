package dev.attendance.jooq.faults;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Ends processes as {@code kill -9} does. */
final class Processes {

  private static final long PATIENCE_SECONDS = 60;

  private Processes() {}

  /** Returns when the process and those that it had started are gone. */
  static void kill(long pid) throws Exception {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = Stream.concat(Stream.of(process), process.descendants()).toList();
    for (ProcessHandle one : all) {
      if (!one.destroyForcibly() && one.isAlive()) {
        throw new IllegalStateException("process " + one.pid() + " cannot be killed");
      }
    }
    for (ProcessHandle one : all) {
      one.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
