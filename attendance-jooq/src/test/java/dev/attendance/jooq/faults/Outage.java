package dev.attendance.jooq.faults;

import java.util.concurrent.CountDownLatch;

/** A time in which the store cannot be reached: those that noticed wait until it ends. */
final class Outage {

  private CountDownLatch end = new CountDownLatch(0);
  private CountDownLatch noticed = new CountDownLatch(0);

  synchronized void begin() {
    end = new CountDownLatch(1);
    noticed = new CountDownLatch(1);
  }

  synchronized void end() {
    end.countDown();
  }

  private synchronized CountDownLatch current(boolean byNotice) {
    return byNotice ? noticed : end;
  }

  /** Called by a delivery that was refused; returns at the end of the outage. */
  void awaitEnd() {
    noticed();
    await(current(false));
  }

  /** Lets go who waits for a notice. */
  void noticed() {
    current(true).countDown();
  }

  /** Returns when a delivery was refused since it began. */
  void awaitNotice() {
    await(current(true));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
