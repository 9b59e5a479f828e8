package dev.attendance.jooq.faults;

import dev.attendance.Attendance;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Delivers events from several threads as webhooks would be: one by one, each again until it is
 * acknowledged. Before a repetition it asks whether the store can be reached again.
 */
final class Delivery {

  private static final int THREADS = 8;

  private final Attendance attendance;
  private final Runnable untilAvailable;
  private final Consumer<AttendanceEvent> acknowledged;

  /**
   * A delivery.
   *
   * @param attendance where to
   * @param untilAvailable returns when it is worth trying again
   * @param acknowledged told of each event after it was recorded, by any thread
   */
  Delivery(Attendance attendance, Runnable untilAvailable, Consumer<AttendanceEvent> acknowledged) {
    this.attendance = attendance;
    this.untilAvailable = untilAvailable;
    this.acknowledged = acknowledged;
  }

  /** Returns when all are acknowledged. */
  void deliver(List<AttendanceEvent> events) throws Exception {
    Queue<AttendanceEvent> waiting = new ConcurrentLinkedQueue<>(events);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Void>> callers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        callers.add(
            () -> {
              for (AttendanceEvent event = waiting.poll(); event != null; event = waiting.poll()) {
                deliver(event);
              }
              return null;
            });
      }
      for (Future<Void> caller : threads.invokeAll(callers)) {
        caller.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void deliver(AttendanceEvent event) {
    boolean recorded = false;
    while (!recorded) {
      try {
        attendance.record(List.of(event));
        recorded = true;
      } catch (StoreUnavailableException e) {
        untilAvailable.run();
      }
    }
    acknowledged.accept(event);
  }
}
