package dev.attendance.time;

import java.util.Arrays;

/**
 * What two sets have in common. Both are given by their edges: start, end, start, end …, strictly
 * increasing.
 */
final class Intersection {

  private Intersection() {}

  /** The edges of what both have in common; those of the first one itself if that is all of it. */
  static long[] of(long[] edges, long[] other) {
    if (edges.length == 0 || other.length == 0) {
      return Union.NOTHING;
    }
    long end = edges[edges.length - 1];
    int first = firstEndingAfter(other, edges[0]);
    if (first == other.length || other[first] >= end) {
      return Union.NOTHING;
    }
    if (first + 2 == other.length || other[first + 2] >= end) {
      return cut(edges, other[first], other[first + 1]);
    }
    int reach = firstEndingAfter(other, end) + 2 - first;
    long[] result = new long[edges.length + reach];
    int size = 0;
    int i = 0;
    int j = first;
    while (i < edges.length && j < other.length) {
      long from = Math.max(edges[i], other[j]);
      long to = Math.min(edges[i + 1], other[j + 1]);
      if (from < to) {
        result[size++] = from;
        result[size++] = to;
      }
      if (edges[i + 1] < other[j + 1]) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return Arrays.copyOf(result, size);
  }

  /** The same with a single interval, as a lesson is. */
  private static long[] cut(long[] edges, long start, long end) {
    int from = firstEndingAfter(edges, start);
    int to = edges.length;
    while (to > from && edges[to - 2] >= end) {
      to -= 2;
    }
    if (from == to) {
      return Union.NOTHING;
    }
    if (from == 0 && to == edges.length && edges[0] >= start && edges[to - 1] <= end) {
      return edges;
    }
    long[] cut = Arrays.copyOfRange(edges, from, to);
    cut[0] = Math.max(cut[0], start);
    cut[cut.length - 1] = Math.min(cut[cut.length - 1], end);
    return cut;
  }

  /** How long that is. */
  static long length(long[] edges, long[] other) {
    long sum = 0;
    int i = 0;
    int j = edges.length == 0 ? 0 : firstEndingAfter(other, edges[0]);
    while (i < edges.length && j < other.length) {
      sum += Math.max(0, Math.min(edges[i + 1], other[j + 1]) - Math.max(edges[i], other[j]));
      if (edges[i + 1] < other[j + 1]) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return sum;
  }

  /** Where the first interval stands that ends after an instant; beyond all edges if none does. */
  private static int firstEndingAfter(long[] edges, long instant) {
    int found = Arrays.binarySearch(edges, instant);
    // An even position is a start. At an end, or before a start, it is the next interval.
    int position = found >= 0 ? found + found % 2 : -(found + 1);
    return position - position % 2;
  }
}
