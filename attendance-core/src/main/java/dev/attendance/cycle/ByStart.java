package dev.attendance.cycle;

import dev.attendance.time.RadixSort;
import java.util.Comparator;
import java.util.List;

/** Sorts cycles by their best start, then by key. There may be hundreds of thousands. */
final class ByStart {

  private static final Comparator<Cycle> ORDER =
      Comparator.comparingLong(ByStart::start).thenComparing(Cycle::id);

  private ByStart() {}

  private static long start(Cycle cycle) {
    return cycle.start().bestAt();
  }

  static List<Cycle> sorted(List<Cycle> cycles) {
    long first = Long.MAX_VALUE;
    for (Cycle cycle : cycles) {
      first = Math.min(first, start(cycle));
    }
    long[] sinceFirst = new long[cycles.size()];
    for (int i = 0; i < sinceFirst.length; i++) {
      sinceFirst[i] = start(cycles.get(i)) - first;
    }
    return RadixSort.sorted(cycles, sinceFirst, ORDER);
  }
}
