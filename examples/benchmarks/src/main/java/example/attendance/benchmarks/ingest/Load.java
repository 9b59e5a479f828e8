package example.attendance.benchmarks.ingest;

import dev.attendance.event.AttendanceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers that each hand in one event after another, as fast as they are acknowledged. */
final class Load {

  /** Takes an event; it is durable when this returns. */
  interface Target {
    void take(AttendanceEvent event) throws Exception;
  }

  /**
   * What came of it.
   *
   * @param perSecond events acknowledged in a second
   * @param median the median of how long an acknowledgement took, in milliseconds
   * @param p99 its 99th percentile
   */
  record Result(double perSecond, double median, double p99) {}

  private Load() {}

  /** Runs so many callers for so long, each on a thread of its own. */
  static Result run(Target target, WebhookStream events, int callers, Duration time)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    CyclicBarrier together = new CyclicBarrier(callers);
    try {
      List<Callable<long[]>> tasks = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        tasks.add(
            () -> {
              together.await();
              return call(target, events, time.toNanos());
            });
      }
      List<long[]> latencies = new ArrayList<>();
      for (Future<long[]> task : threads.invokeAll(tasks)) {
        latencies.add(task.get());
      }
      return result(latencies, time);
    } finally {
      threads.shutdownNow();
    }
  }

  private static long[] call(Target target, WebhookStream events, long nanos) throws Exception {
    long[] latencies = new long[1_024];
    int calls = 0;
    long start = System.nanoTime();
    long before = start;
    while (before - start < nanos) {
      target.take(events.next());
      long after = System.nanoTime();
      if (calls == latencies.length) {
        latencies = Arrays.copyOf(latencies, 2 * calls);
      }
      latencies[calls++] = after - before;
      before = after;
    }
    return Arrays.copyOf(latencies, calls);
  }

  private static Result result(List<long[]> latencies, Duration time) {
    long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Result(
        all.length / (time.toNanos() / 1e9),
        all[all.length / 2] / 1e6,
        all[(int) (all.length * 0.99)] / 1e6);
  }
}
