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

  private static final IntervalSet EMPTY = new IntervalSet(Union.NOTHING);

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
    return united(starts, ends, count, 0);
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
    return united(starts, ends, kept, 0);
  }

  private static IntervalSet united(long[] starts, long[] ends, int count, long bridge) {
    return ofEdges(Union.of(starts, ends, count, bridge));
  }

  /**
   * {@return the instants of either set}
   *
   * @param other the other set
   */
  public IntervalSet union(IntervalSet other) {
    int count = size() + other.size();
    long[] starts = new long[count];
    long[] ends = new long[count];
    other.copyTo(starts, ends, copyTo(starts, ends, 0));
    return united(starts, ends, count, 0);
  }

  /**
   * {@return the instants that lie in both sets}
   *
   * @param other the other set
   */
  public IntervalSet intersection(IntervalSet other) {
    long[] common = Intersection.of(edges, other.edges);
    return Arrays.equals(common, edges) ? this : ofEdges(common);
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
    DepthSweep sweep = new DepthSweep(sets);
    EdgeList edges = new EdgeList();
    while (sweep.next()) {
      if ((sweep.before() < depth) != (sweep.depth() < depth)) {
        edges.add(sweep.at());
      }
    }
    return edges.set();
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
    long[] starts = new long[size()];
    long[] ends = new long[size()];
    copyTo(starts, ends, 0);
    return united(starts, ends, size(), grace.toMillis());
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
    return Duration.ofMillis(Intersection.length(edges, other.edges));
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
