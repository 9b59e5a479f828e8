package example.attendance.benchmarks.ingest;

import dev.attendance.Attendance;
import dev.attendance.store.AttendanceStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Events that are recorded and folded as a server does it: the fold runs beside the callers. */
final class FoldedLoad {

  private static final int THREADS = 2;
  private static final int ROOMS_THAT_WAIT = 10_000;

  private FoldedLoad() {}

  /** Events a second, from the first one until all are folded. */
  static double run(AttendanceStore store, WebhookStream events, int callers, Duration time)
      throws Exception {
    ThreadPoolExecutor folding =
        new ThreadPoolExecutor(
            THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(ROOMS_THAT_WAIT));
    try {
      Attendance attendance = Attendance.builder(store).foldExecutor(folding).build();
      long start = System.nanoTime();
      Load.Result recorded =
          Load.run(event -> attendance.record(List.of(event)), events, callers, time);
      folding.shutdown();
      if (!folding.awaitTermination(10, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the fold did not end");
      }
      while (!store.folds().roomsToFold(1).isEmpty()) {
        attendance.foldPending().runOnce();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return recorded.perSecond() * (time.toNanos() / 1e9) / seconds;
    } finally {
      folding.shutdownNow();
    }
  }
}
