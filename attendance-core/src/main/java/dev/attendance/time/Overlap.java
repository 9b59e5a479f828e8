package dev.attendance.time;

import java.time.Duration;
import java.util.Arrays;
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

  private static final Overlap NOTHING =
      new Overlap(0, Duration.ZERO, IntervalSet.empty(), IntervalSet.empty());

  /**
   * {@return how the sets overlap}
   *
   * @param sets in any order, empty or not
   */
  public static Overlap of(Collection<IntervalSet> sets) {
    int count = 0;
    for (IntervalSet set : sets) {
      count += set.size();
    }
    if (count == 0) {
      return NOTHING;
    }
    long[] starts = new long[count];
    long[] ends = new long[count];
    int filled = 0;
    for (IntervalSet set : sets) {
      filled = set.copyTo(starts, ends, filled);
    }
    // Sorted apart they are no longer paired, but tell how many sets hold each instant.
    Arrays.sort(starts);
    Arrays.sort(ends);
    return sweep(starts, ends);
  }

  private static Overlap sweep(long[] starts, long[] ends) {
    Edges any = new Edges();
    Edges one = new Edges();
    int peak = 0;
    int depth = 0;
    long total = 0;
    int started = 0;
    int ended = 0;
    while (ended < ends.length) {
      long at =
          started < starts.length && starts[started] < ends[ended] ? starts[started] : ends[ended];
      int before = depth;
      // All that happens at one instant happens at once: who follows another leaves no gap.
      for (; started < starts.length && starts[started] == at; started++) {
        depth++;
        total -= at;
      }
      for (; ended < ends.length && ends[ended] == at; ended++) {
        depth--;
        total += at;
      }
      peak = Math.max(peak, depth);
      if ((before == 0) != (depth == 0)) {
        any.add(at);
      }
      if ((before == 1) != (depth == 1)) {
        one.add(at);
      }
    }
    return new Overlap(peak, Duration.ofMillis(total), any.set(), one.set());
  }

  /** Edges in ascending order, of a set of which is not known how many it will have. */
  private static final class Edges {
    private long[] edges = new long[16];
    private int count;

    void add(long edge) {
      if (count == edges.length) {
        edges = Arrays.copyOf(edges, 2 * count);
      }
      edges[count++] = edge;
    }

    IntervalSet set() {
      return IntervalSet.ofEdges(Arrays.copyOf(edges, count));
    }
  }
}
