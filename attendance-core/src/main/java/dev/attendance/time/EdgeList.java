package dev.attendance.time;

import java.util.Arrays;

/** Edges in ascending order, of a set of which is not known how many it will have. Mutable. */
final class EdgeList {

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
