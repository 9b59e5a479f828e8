package example.attendance.benchmarks.rebuild;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.attendance.Attendance;
import dev.attendance.RebuildRooms;
import dev.attendance.jooq.JooqStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * One run over the whole log in a virtual machine of its own, whose heap is as small as it says.
 *
 * @param events how many events it read
 * @param changed how many room instances were found otherwise than they were kept
 * @param wallNanos how long it took
 * @param ownNanos the processor time of the virtual machine, start included
 * @param serverNanos the processor time of the database's processes that served it
 * @param peakHeap the most that was in the heap, garbage included, in bytes
 */
record Measured(
    long events, long changed, long wallNanos, long ownNanos, long serverNanos, long peakHeap) {

  static final String HEAP = "256m";

  private static final int READERS = 2;

  /** What is run. */
  enum Work {
    /** {@link CursorScan}. */
    SCAN,
    /** Our rebuild of everything, on one thread. */
    REBUILD,
    /** The same with two threads that read. */
    REBUILD_TOGETHER
  }

  double perSecond() {
    return events / (wallNanos / 1e9);
  }

  double processorMicrosAnEvent() {
    return (ownNanos + serverNanos) / 1e3 / events;
  }

  /** Runs it in a process of its own. */
  static Measured run(Work work, String url, String user) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-classpath",
                System.getProperty("java.class.path")));
    command.addAll(List.of(Measured.class.getName(), work.name(), url, user));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(work + " failed: " + output);
    }
    long[] values =
        output.lines().filter(line -> line.startsWith("measured ")).findFirst().stream()
            .flatMap(line -> List.of(line.split(" ", -1)).stream().skip(1))
            .mapToLong(Long::parseLong)
            .toArray();
    return new Measured(values[0], values[1], values[2], values[3], values[4], values[5]);
  }

  /**
   * The process.
   *
   * @param arguments the work, and the database's URL and user
   * @throws Exception if it fails
   */
  public static void main(String[] arguments) throws Exception {
    HikariConfig configuration = new HikariConfig();
    configuration.setJdbcUrl(arguments[1] + "&ApplicationName=measured");
    configuration.setUsername(arguments[2]);
    configuration.setMaximumPoolSize(4);
    configuration.setMinimumIdle(0);
    try (HikariDataSource pool = new HikariDataSource(configuration)) {
      PeakHeap heap = new PeakHeap();
      long start = System.nanoTime();
      long changed = 0;
      long events;
      Work work = Work.valueOf(arguments[0]);
      if (work == Work.SCAN) {
        events = CursorScan.run(pool);
      } else {
        RebuildRooms.Progress progress = rebuild(pool, work == Work.REBUILD ? 1 : READERS);
        events = progress.events();
        changed = progress.changed();
      }
      long wall = System.nanoTime() - start;
      System.out.printf(
          "measured %d %d %d %d %d %d%n",
          events,
          changed,
          wall,
          ownProcessorTime().toNanos(),
          serverProcessorTime(pool),
          heap.bytes());
    }
  }

  private static RebuildRooms.Progress rebuild(HikariDataSource pool, int readers) {
    JooqStore store = JooqStore.builder(pool, SQLDialect.POSTGRES).build();
    RebuildRooms rebuild = Attendance.builder(store).build().rebuild();
    if (readers == 1) {
      return rebuild.everything("", told -> {});
    }
    ExecutorService threads = Executors.newFixedThreadPool(readers);
    try {
      return rebuild.everything("", threads, readers + 1, told -> {});
    } finally {
      threads.shutdownNow();
    }
  }

  private static Duration ownProcessorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static long serverProcessorTime(HikariDataSource pool) {
    return DSL
        .using(pool, SQLDialect.POSTGRES)
        .fetch("select pid from pg_stat_activity where application_name = 'measured'")
        .stream()
        .flatMap(row -> ProcessHandle.of(row.get(0, Long.class)).stream())
        .mapToLong(process -> process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
        .sum();
  }
}
