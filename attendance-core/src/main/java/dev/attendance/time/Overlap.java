package dev.attendance.time;

import java.time.Duration;
import java.util.Collection;

/**
 * How several sets overlap, worked out in one sweep over all of them.
 *
 * @param peak the most sets that hold one and the same instant
 * @param total the sum of their lengths
 * @param any the instants that at least one of them holds
 * @param one the instants that exactly one of them holds
 */
public record Overlap(int peak, Duration total, IntervalSet any, IntervalSet one) {

  /**
   * {@return how the sets overlap}
   *
   * @param sets in any order, empty or not
   */
  public static Overlap of(Collection<IntervalSet> sets) {
    DepthSweep sweep = new DepthSweep(sets);
    EdgeList any = new EdgeList();
    EdgeList one = new EdgeList();
    int peak = 0;
    long total = 0;
    while (sweep.next()) {
      int before = sweep.before();
      int depth = sweep.depth();
      total += sweep.at() * (before - depth);
      peak = Math.max(peak, depth);
      if ((before == 0) != (depth == 0)) {
        any.add(sweep.at());
      }
      if ((before == 1) != (depth == 1)) {
        one.add(sweep.at());
      }
    }
    return new Overlap(peak, Duration.ofMillis(total), any.set(), one.set());
  }
}
