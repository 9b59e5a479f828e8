package dev.attendance.time;

import java.util.Arrays;

/** Unites intervals, given by their starts and ends, to the edges of a set. */
final class Union {

  static final long[] NOTHING = new long[0];

  private Union() {}

  /**
   * The edges of the union, with every gap filled that is not longer than {@code bridge}. Goes
   * through the starts in ascending order, and has a gap where one is after every end so far. The
   * union takes the place of what it was made from.
   *
   * <p>Starts and ends that have to be sorted are sorted apart: they are no longer paired then, but
   * between them they tell how many intervals are open at each instant, which is all a union asks.
   *
   * @param count how many intervals there are, none of them empty
   */
  static long[] of(long[] starts, long[] ends, int count, long bridge) {
    if (count == 0) {
      return NOTHING;
    }
    if (!isAscending(starts, count)) {
      Arrays.sort(starts, 0, count);
      Arrays.sort(ends, 0, count);
    }
    int last = 0;
    for (int i = 1; i < count; i++) {
      if (starts[i] > ends[last] && starts[i] - ends[last] > bridge) {
        last++;
        starts[last] = starts[i];
        ends[last] = ends[i];
      } else {
        ends[last] = Math.max(ends[last], ends[i]);
      }
    }
    long[] edges = new long[2 * (last + 1)];
    for (int i = 0; i <= last; i++) {
      edges[2 * i] = starts[i];
      edges[2 * i + 1] = ends[i];
    }
    return edges;
  }

  private static boolean isAscending(long[] values, int count) {
    for (int i = 1; i < count; i++) {
      if (values[i - 1] > values[i]) {
        return false;
      }
    }
    return true;
  }
}
