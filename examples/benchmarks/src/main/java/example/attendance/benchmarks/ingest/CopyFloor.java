package example.attendance.benchmarks.ingest;

import dev.attendance.event.AttendanceEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The least that PostgreSQL can be asked to do: the same rows into the same tables by {@code COPY},
 * a thousand to a transaction. It finds no duplicates and answers nobody.
 */
final class CopyFloor {

  private static final int ROWS = 1_000;

  private CopyFloor() {}

  /** Events a second. */
  static double run(DataSource database, WebhookStream events, int connections, Duration time)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<Callable<Long>> tasks = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        tasks.add(() -> copy(database, events, time.toNanos()));
      }
      long copied = 0;
      for (Future<Long> task : threads.invokeAll(tasks)) {
        copied += task.get();
      }
      return copied / (time.toNanos() / 1e9);
    } finally {
      threads.shutdownNow();
    }
  }

  private static long copy(DataSource database, WebhookStream events, long nanos) throws Exception {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      CopyManager copier = connection.unwrap(PGConnection.class).getCopyAPI();
      long start = System.nanoTime();
      long copied = 0;
      while (System.nanoTime() - start < nanos) {
        StringBuilder log = new StringBuilder();
        StringBuilder pending = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
          AttendanceEvent event = events.next();
          line(log, HandMadeRows.event(event));
          line(pending, HandMadeRows.pending(event));
        }
        copy(copier, "attendance_event", HandMadeRows.EVENT, log);
        copy(copier, "attendance_pending", HandMadeRows.PENDING, pending);
        connection.commit();
        copied += ROWS;
      }
      return copied;
    }
  }

  private static void copy(
      CopyManager copier, String table, List<String> columns, StringBuilder lines)
      throws Exception {
    var copy = copier.copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin");
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    copy.endCopy();
  }

  /** Our texts have nothing in them that would have to be escaped. */
  private static void line(StringBuilder lines, List<@Nullable Object> values) {
    String separator = "";
    for (Object value : values) {
      lines.append(separator).append(value == null ? "\\N" : value);
      separator = "\t";
    }
    lines.append('\n');
  }
}
