package example.attendance.server.livekit;

import java.util.concurrent.locks.LockSupport;

/** The clock of a scenario: the script's seconds, counted from its start, times a factor. */
final class Pace {

  private final double factor;
  private final long began = System.nanoTime();

  Pace(double factor) {
    this.factor = factor;
  }

  void at(double second) throws InterruptedException {
    until(began + (long) (second * factor * 1_000_000_000L));
  }

  static void until(long nanoTime) throws InterruptedException {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
