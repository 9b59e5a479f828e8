package dev.attendance.jooq.faults;

import dev.attendance.Attendance;
import dev.attendance.event.AttendanceEvent;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** A delivery that goes on while something happens to the store. */
final class RunningLoad {

  private final Collection<AttendanceEvent> acknowledged = new ConcurrentLinkedQueue<>();
  private final Semaphore progress = new Semaphore(0);
  private final CompletableFuture<Void> delivery;

  private RunningLoad(Attendance attendance, Outage outage, List<AttendanceEvent> events) {
    Delivery all = new Delivery(attendance, outage::awaitEnd, this::acknowledge);
    delivery =
        CompletableFuture.runAsync(
            () -> {
              try {
                all.deliver(events);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              } finally {
                // Whoever waits for progress that will not come is let go, and sees why.
                progress.release(Integer.MAX_VALUE / 2);
                outage.noticed();
              }
            });
  }

  static RunningLoad start(Attendance attendance, Outage outage, List<AttendanceEvent> events) {
    return new RunningLoad(attendance, outage, events);
  }

  private void acknowledge(AttendanceEvent event) {
    acknowledged.add(event);
    progress.release();
  }

  /** Returns when so many more events were acknowledged. */
  void awaitAcknowledged(int count) throws Exception {
    progress.acquire(count);
    if (delivery.isCompletedExceptionally()) {
      delivery.get();
    }
  }

  boolean isDone() {
    return delivery.isDone();
  }

  /** Returns when everything was; says what. */
  Collection<AttendanceEvent> awaitEnd() throws Exception {
    delivery.get();
    return acknowledged;
  }
}
