package dev.attendance.testkit.world;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to happen when. Time is in milliseconds since the world's beginning. */
final class Timeline {

  private record Step(long time, long order, Runnable action) {}

  private final PriorityQueue<Step> steps =
      new PriorityQueue<>(Comparator.comparingLong(Step::time).thenComparingLong(Step::order));
  private long now;
  private long made;

  long now() {
    return now;
  }

  void in(long millis, Runnable action) {
    steps.add(new Step(now + millis, made++, action));
  }

  /** Until nothing is left to happen. */
  void run() {
    while (!steps.isEmpty()) {
      Step next = steps.remove();
      now = next.time();
      next.action().run();
    }
  }
}
