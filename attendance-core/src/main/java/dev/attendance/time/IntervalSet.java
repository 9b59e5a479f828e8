package dev.attendance.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An immutable set of instants, kept as sorted, disjoint, non-empty intervals that do not abut.
 *
 * <p>Two sets are equal if they contain the same instants. Overlapping intervals count once, which
 * is what makes two devices of one person one presence (R11).
 */
public final class IntervalSet {

  private static final IntervalSet EMPTY = new IntervalSet(new long[0]);

  /** Start, end, start, end …: strictly increasing. */
  private final long[] edges;

  private IntervalSet(long[] edges) {
    this.edges = edges;
  }

  /** {@return the set without any instant} */
  public static IntervalSet empty() {
    return EMPTY;
  }

  /**
   * {@return the set of all instants of one interval}
   *
   * @param interval may be empty, then so is the set
   */
  public static IntervalSet of(Interval interval) {
    return unionOf(List.of(interval));
  }

  /**
   * {@return the set of all instants that lie in at least one of the intervals}
   *
   * @param intervals in any order, overlapping or not; empty ones add nothing
   */
  public static IntervalSet unionOf(Collection<Interval> intervals) {
    long[] starts = new long[intervals.size()];
    long[] ends = new long[intervals.size()];
    int count = 0;
    for (Interval interval : intervals) {
      if (!interval.isEmpty()) {
        starts[count] = interval.start().toEpochMilli();
        ends[count] = interval.end().toEpochMilli();
        count++;
      }
    }
    return sweep(starts, ends, count, 0);
  }

  /**
   * {@return the set of all instants that lie in at least one of many intervals, given as
   * milliseconds since the epoch} For who has too many to make an {@link Interval} of each. What
   * the arrays hold afterwards is undefined; they can be filled anew for another set.
   *
   * @param starts the starts, inclusive, in any order; in ascending order it is fastest
   * @param ends the ends in the order of their starts, exclusive; one that equals its start adds
   *     nothing
   * @param count how many intervals there are, from the beginning of the arrays
   * @throws IllegalArgumentException if an end is before its start
   */
  public static IntervalSet unionOf(long[] starts, long[] ends, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (ends[i] < starts[i]) {
        throw new IllegalArgumentException(
            "interval: end " + ends[i] + " is before start " + starts[i]);
      }
      if (ends[i] > starts[i]) {
        starts[kept] = starts[i];
        ends[kept] = ends[i];
        kept++;
      }
    }
    return sweep(starts, ends, kept, 0);
  }

  /**
   * Goes through the starts in ascending order, and has a gap where one is after every end so far.
   * The union takes the place of what it was made from.
   *
   * <p>Starts and ends that have to be sorted are sorted apart: they are no longer paired then, but
   * between them they tell how many intervals are open at each instant, which is all a union asks.
   */
  private static IntervalSet sweep(long[] starts, long[] ends, int count, long bridge) {
    if (count == 0) {
      return EMPTY;
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
    return new IntervalSet(edges);
  }

  private static boolean isAscending(long[] values, int count) {
    for (int i = 1; i < count; i++) {
      if (values[i - 1] > values[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@return the instants of either set}
   *
   * @param other the other set
   */
  public IntervalSet union(IntervalSet other) {
    int mine = edges.length / 2;
    int count = mine + other.edges.length / 2;
    long[] starts = new long[count];
    long[] ends = new long[count];
    for (int i = 0; i < count; i++) {
      long[] from = i < mine ? edges : other.edges;
      int at = 2 * (i < mine ? i : i - mine);
      starts[i] = from[at];
      ends[i] = from[at + 1];
    }
    return sweep(starts, ends, count, 0);
  }

  /**
   * {@return the instants that lie in both sets}
   *
   * @param other the other set
   */
  public IntervalSet intersection(IntervalSet other) {
    if (isEmpty() || other.isEmpty()) {
      return EMPTY;
    }
    int i = 0;
    int j = other.firstEndingAfter(edges[0]);
    if (j < other.edges.length
        && other.edges[j] <= edges[0]
        && edges[edges.length - 1] <= other.edges[j + 1]) {
      return this; // A single interval of the other covers it, as a lesson does a stay within it.
    }
    int reach = other.firstEndingAfter(edges[edges.length - 1]) + 2 - j;
    long[] result = new long[edges.length + reach];
    int size = 0;
    while (i < edges.length && j < other.edges.length) {
      long start = Math.max(edges[i], other.edges[j]);
      long end = Math.min(edges[i + 1], other.edges[j + 1]);
      if (start < end) {
        result[size++] = start;
        result[size++] = end;
      }
      if (edges[i + 1] < other.edges[j + 1]) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return size == 0 ? EMPTY : new IntervalSet(Arrays.copyOf(result, size));
  }

  /**
   * {@return the instants of this set that do not lie in the other}
   *
   * @param other the other set
   */
  public IntervalSet difference(IntervalSet other) {
    if (isEmpty() || other.isEmpty()) {
      return this;
    }
    // The complement of the other, as far as this set reaches, has the other's edges inside it.
    long[] gaps = new long[other.edges.length + 2];
    gaps[0] = Math.min(edges[0], other.edges[0]);
    System.arraycopy(other.edges, 0, gaps, 1, other.edges.length);
    gaps[gaps.length - 1] = Math.max(edges[edges.length - 1], other.edges[other.edges.length - 1]);
    return intersection(new IntervalSet(gaps));
  }

  /**
   * {@return the instants that lie in at least so many of the sets}
   *
   * @param depth at least 1, which makes it a union
   * @param sets any number
   * @throws IllegalArgumentException if {@code depth} is below 1
   */
  public static IntervalSet inAtLeast(int depth, Collection<IntervalSet> sets) {
    if (depth < 1) {
      throw new IllegalArgumentException("depth: must be at least 1, was " + depth);
    }
    int count = 0;
    for (IntervalSet set : sets) {
      count += set.edges.length / 2;
    }
    long[] starts = new long[count];
    long[] ends = new long[count];
    int filled = 0;
    for (IntervalSet set : sets) {
      for (int i = 0; i < set.edges.length; i += 2) {
        starts[filled] = set.edges[i];
        ends[filled++] = set.edges[i + 1];
      }
    }
    Arrays.sort(starts);
    Arrays.sort(ends);
    return atDepth(depth, starts, ends);
  }

  /** The stretches between the start that makes so many at once and the end that unmakes it. */
  private static IntervalSet atDepth(int depth, long[] starts, long[] ends) {
    long[] result = new long[2 * starts.length];
    int size = 0;
    int open = 0;
    int i = 0;
    for (long end : ends) {
      for (; i < starts.length && starts[i] < end; i++) {
        if (++open == depth) {
          boolean abuts = size > 0 && result[size - 1] == starts[i];
          size -= abuts ? 1 : 0;
          if (!abuts) {
            result[size++] = starts[i];
          }
        }
      }
      if (open-- == depth) {
        result[size++] = end;
      }
    }
    return size == 0 ? EMPTY : new IntervalSet(Arrays.copyOf(result, size));
  }

  /** Where the first interval stands that ends after an instant; beyond all edges if none does. */
  private int firstEndingAfter(long instant) {
    int found = Arrays.binarySearch(edges, instant);
    // An even position is a start. At an end, or before a start, it is the next interval.
    int position = found >= 0 ? found + found % 2 : -(found + 1);
    return position - position % 2;
  }

  /**
   * {@return the set with every gap of at most {@code grace} filled} (R12)
   *
   * @param grace the longest gap to fill, inclusive; not negative. Zero changes nothing
   */
  public IntervalSet bridged(Duration grace) {
    if (grace.isNegative()) {
      throw new IllegalArgumentException("grace: must not be negative, was " + grace);
    }
    if (edges.length <= 2 || grace.isZero()) {
      return this;
    }
    int count = edges.length / 2;
    long[] starts = new long[count];
    long[] ends = new long[count];
    for (int i = 0; i < count; i++) {
      starts[i] = edges[2 * i];
      ends[i] = edges[2 * i + 1];
    }
    return sweep(starts, ends, count, grace.toMillis());
  }

  /** {@return the sum of all lengths} */
  public Duration duration() {
    long sum = 0;
    for (int i = 0; i < edges.length; i += 2) {
      sum += edges[i + 1] - edges[i];
    }
    return Duration.ofMillis(sum);
  }

  /**
   * {@return how long both sets hold at once} The same as the length of their {@link
   * #intersection}, without making it.
   *
   * @param other the other set
   */
  public Duration durationWithin(IntervalSet other) {
    long sum = 0;
    int i = isEmpty() ? 0 : other.firstEndingAfter(edges[0]);
    for (int mine = 0; mine < edges.length && i < other.edges.length; ) {
      sum +=
          Math.max(
              0,
              Math.min(edges[mine + 1], other.edges[i + 1])
                  - Math.max(edges[mine], other.edges[i]));
      if (edges[mine + 1] < other.edges[i + 1]) {
        mine += 2;
      } else {
        i += 2;
      }
    }
    return Duration.ofMillis(sum);
  }

  /** {@return the instants between the first and the last that are not in the set} */
  public IntervalSet gaps() {
    return edges.length <= 2
        ? EMPTY
        : new IntervalSet(Arrays.copyOfRange(edges, 1, edges.length - 1));
  }

  /** {@return the length of the longest interval; zero if the set is empty} */
  public Duration longest() {
    long longest = 0;
    for (int i = 0; i < edges.length; i += 2) {
      longest = Math.max(longest, edges[i + 1] - edges[i]);
    }
    return Duration.ofMillis(longest);
  }

  /** How many intervals there are. */
  int size() {
    return edges.length / 2;
  }

  /** Copies starts and ends to arrays, from a position on; says where the next would go. */
  int copyTo(long[] starts, long[] ends, int from) {
    int position = from;
    for (int i = 0; i < edges.length; i += 2) {
      starts[position] = edges[i];
      ends[position] = edges[i + 1];
      position++;
    }
    return position;
  }

  /** The set with these edges, which are kept: start, end, start, end …, strictly increasing. */
  static IntervalSet ofEdges(long[] edges) {
    return edges.length == 0 ? EMPTY : new IntervalSet(edges);
  }

  /** {@return whether the set contains no instant} */
  public boolean isEmpty() {
    return edges.length == 0;
  }

  /** {@return the intervals, in order; an unmodifiable list} */
  public List<Interval> intervals() {
    List<Interval> intervals = new ArrayList<>(edges.length / 2);
    for (int i = 0; i < edges.length; i += 2) {
      intervals.add(Interval.ofEpochMilli(edges[i], edges[i + 1]));
    }
    return List.copyOf(intervals);
  }

  /** {@return the first instant, or nothing if the set is empty} */
  public Optional<Instant> start() {
    return isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(edges[0]));
  }

  /** {@return the first instant after all others, or nothing if the set is empty} */
  public Optional<Instant> end() {
    return isEmpty()
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(edges[edges.length - 1]));
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof IntervalSet set && Arrays.equals(edges, set.edges));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(edges);
  }

  @Override
  public String toString() {
    return intervals().toString();
  }
}
