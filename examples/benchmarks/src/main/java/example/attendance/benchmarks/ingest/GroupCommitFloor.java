package example.attendance.benchmarks.ingest;

import dev.attendance.event.AttendanceEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The least that a database without {@code COPY} can be asked to do for many callers: threads that
 * take what waits, insert it by hand-written statements, and commit. It finds no duplicates, and
 * one event that is refused fails all those beside it.
 */
final class GroupCommitFloor implements AutoCloseable {

  private static final int MOST = 500;

  private record Waiting(AttendanceEvent event, CompletableFuture<@Nullable Void> committed) {}

  /** How a database takes many rows fastest. */
  enum Statement {
    /** One statement for all rows. */
    ROWS,
    /** One prepared statement, run for each row. */
    BATCH
  }

  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(10_000);
  private final List<Thread> threads = new ArrayList<>();

  GroupCommitFloor(DataSource database, Statement statement, int writers) {
    for (int i = 0; i < writers; i++) {
      Thread thread = new Thread(() -> write(database, statement));
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  void take(AttendanceEvent event) throws Exception {
    Waiting waiting = new Waiting(event, new CompletableFuture<>());
    queue.put(waiting);
    waiting.committed.get();
  }

  private void write(DataSource database, Statement statement) {
    List<Waiting> batch = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      while (true) {
        batch.clear();
        batch.add(queue.take());
        queue.drainTo(batch, MOST - 1);
        insert(
            connection,
            statement,
            "attendance_event",
            HandMadeRows.EVENT,
            batch.stream().map(waiting -> HandMadeRows.event(waiting.event)).toList());
        insert(
            connection,
            statement,
            "attendance_pending",
            HandMadeRows.PENDING,
            batch.stream().map(waiting -> HandMadeRows.pending(waiting.event)).toList());
        connection.commit();
        batch.forEach(waiting -> waiting.committed.complete(null));
      }
    } catch (SQLException e) {
      batch.forEach(waiting -> waiting.committed.completeExceptionally(e));
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private static void insert(
      Connection connection,
      Statement statement,
      String table,
      List<String> columns,
      List<List<@Nullable Object>> rows)
      throws SQLException {
    String row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    int rowsAtOnce = statement == Statement.ROWS ? rows.size() : 1;
    String sql =
        "insert into "
            + table
            + " ("
            + String.join(", ", columns)
            + ") values "
            + String.join(", ", Collections.nCopies(rowsAtOnce, row));
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int index = 1;
      for (List<@Nullable Object> values : rows) {
        for (Object value : values) {
          insert.setObject(index++, value);
        }
        if (statement == Statement.BATCH) {
          insert.addBatch();
          index = 1;
        }
      }
      if (statement == Statement.BATCH) {
        insert.executeBatch();
      } else {
        insert.executeUpdate();
      }
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }
}
