package dev.attendance.cycle;

import dev.attendance.time.RadixSort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts cycles by their best start, then by key. Of hundreds of thousands of cycles each comparison
 * would wait for memory, so the starts are sorted as plain numbers.
 */
final class ByStart {

  private static final Comparator<Cycle> ORDER =
      Comparator.comparingLong(ByStart::start).thenComparing(Cycle::id);

  private ByStart() {}

  private static long start(Cycle cycle) {
    return cycle.start().bestAt();
  }

  /**
   * Each number has the start, counted from the first one, in its upper bits and the position in
   * its lower bits: once sorted, they tell which cycle goes where.
   */
  static List<Cycle> sorted(List<Cycle> cycles) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Cycle cycle : cycles) {
      first = Math.min(first, start(cycle));
      last = Math.max(last, start(cycle));
    }
    int positionBits = Long.SIZE - Long.numberOfLeadingZeros(cycles.size());
    if (cycles.isEmpty() || last - first >= 1L << (Long.SIZE - 1 - positionBits)) {
      List<Cycle> sorted = new ArrayList<>(cycles);
      sorted.sort(ORDER);
      return sorted;
    }
    long[] keys = new long[cycles.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (start(cycles.get(i)) - first) << positionBits | i;
    }
    RadixSort.sort(keys);

    Cycle[] sorted = new Cycle[keys.length];
    long positionMask = (1L << positionBits) - 1;
    int tiedFrom = 0;
    for (int i = 0; i < keys.length; i++) {
      sorted[i] = cycles.get((int) (keys[i] & positionMask));
      if (keys[i] >> positionBits != keys[tiedFrom] >> positionBits) {
        sortTied(sorted, tiedFrom, i);
        tiedFrom = i;
      }
    }
    sortTied(sorted, tiedFrom, keys.length);
    return Arrays.asList(sorted);
  }

  private static void sortTied(Cycle[] cycles, int from, int to) {
    if (to - from > 1) {
      Arrays.sort(cycles, from, to, ORDER);
    }
  }
}
