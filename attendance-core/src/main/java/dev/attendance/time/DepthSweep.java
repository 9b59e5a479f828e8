package dev.attendance.time;

import java.util.Collection;

/**
 * Goes once through all instants at which the number of sets that hold the present changes, in
 * ascending order. Mutable.
 */
final class DepthSweep {

  private final long[] starts;
  private final long[] ends;
  private int started;
  private int ended;
  private long at;
  private int before;
  private int depth;

  /** Of sets in any order, empty or not. */
  DepthSweep(Collection<IntervalSet> sets) {
    int count = 0;
    for (IntervalSet set : sets) {
      count += set.size();
    }
    starts = new long[count];
    ends = new long[count];
    int filled = 0;
    for (IntervalSet set : sets) {
      filled = set.copyTo(starts, ends, filled);
    }
    // Sorted apart they are no longer paired, but tell how many sets hold each instant.
    RadixSort.sort(starts);
    RadixSort.sort(ends);
  }

  /** Goes on to the next instant; false if there is none. */
  boolean next() {
    if (ended == ends.length) {
      return false;
    }
    at = started < starts.length && starts[started] < ends[ended] ? starts[started] : ends[ended];
    before = depth;
    // All that happens at one instant happens at once: who follows another leaves no gap.
    for (; started < starts.length && starts[started] == at; started++) {
      depth++;
    }
    for (; ended < ends.length && ends[ended] == at; ended++) {
      depth--;
    }
    return true;
  }

  /** The instant. */
  long at() {
    return at;
  }

  /** How many sets held the time just before it. */
  int before() {
    return before;
  }

  /** How many sets hold it. */
  int depth() {
    return depth;
  }
}
