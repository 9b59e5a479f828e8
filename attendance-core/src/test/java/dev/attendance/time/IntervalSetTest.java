package dev.attendance.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The algebra of interval sets against a table with one cell for each millisecond. */
class IntervalSetTest {

  private static final int WORLD = 80;

  @Provide
  Arbitrary<List<Interval>> intervals() {
    Arbitrary<Integer> edge = Arbitraries.integers().between(0, WORLD);
    return Combinators.combine(edge, edge)
        .as((a, b) -> Interval.ofEpochMilli(Math.min(a, b), Math.max(a, b)))
        .list()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<List<Interval>>> sets() {
    return intervals().list().ofMaxSize(5);
  }

  private static BitSet table(List<Interval> intervals) {
    BitSet cells = new BitSet();
    for (Interval interval : intervals) {
      for (long ms = interval.start().toEpochMilli(); ms < interval.end().toEpochMilli(); ms++) {
        cells.set((int) ms);
      }
    }
    return cells;
  }

  /**
   * What was worked out is kept like what is given: no empty, overlapping or abutting intervals.
   */
  private static BitSet table(IntervalSet set) {
    assertThat(set).isEqualTo(IntervalSet.unionOf(set.intervals()));
    return table(set.intervals());
  }

  @Property
  void r11_aUnionHoldsEachInstantOnce(@ForAll("intervals") List<Interval> intervals) {
    IntervalSet union = IntervalSet.unionOf(intervals);
    assertThat(table(union)).isEqualTo(table(intervals));
    assertThat(union.duration()).isEqualTo(Duration.ofMillis(table(intervals).cardinality()));
  }

  @Property
  void r11_aUnionDoesNotDependOnTheOrder(
      @ForAll("intervals") List<Interval> intervals, @ForAll Random random) {
    List<Interval> shuffled = new ArrayList<>(intervals);
    shuffled.addAll(intervals);
    java.util.Collections.shuffle(shuffled, random);
    IntervalSet union = IntervalSet.unionOf(intervals);
    assertThat(IntervalSet.unionOf(shuffled)).isEqualTo(union).hasSameHashCodeAs(union);
  }

  @Property
  void intervalsAreSortedDisjointNotEmptyAndDoNotAbut(@ForAll("intervals") List<Interval> given) {
    List<Interval> kept = IntervalSet.unionOf(given).intervals();
    assertThat(kept).noneMatch(Interval::isEmpty);
    for (int i = 1; i < kept.size(); i++) {
      assertThat(kept.get(i).start()).isAfter(kept.get(i - 1).end());
    }
  }

  @Property
  void unionOfTwoSetsIsTheUnionOfTheirInstants(
      @ForAll("intervals") List<Interval> one, @ForAll("intervals") List<Interval> other) {
    BitSet either = table(one);
    either.or(table(other));
    IntervalSet union = IntervalSet.unionOf(one).union(IntervalSet.unionOf(other));
    assertThat(table(union)).isEqualTo(either);
    assertThat(union).isEqualTo(IntervalSet.unionOf(other).union(IntervalSet.unionOf(one)));
  }

  @Property
  void r13_intersectionHoldsWhatBothHold(
      @ForAll("intervals") List<Interval> one, @ForAll("intervals") List<Interval> other) {
    BitSet both = table(one);
    both.and(table(other));
    IntervalSet cut = IntervalSet.unionOf(one).intersection(IntervalSet.unionOf(other));
    assertThat(table(cut)).isEqualTo(both);
    assertThat(cut).isEqualTo(IntervalSet.unionOf(other).intersection(IntervalSet.unionOf(one)));
  }

  @Property
  void differenceHoldsWhatTheOtherDoesNot(
      @ForAll("intervals") List<Interval> one, @ForAll("intervals") List<Interval> other) {
    BitSet rest = table(one);
    rest.andNot(table(other));
    IntervalSet difference = IntervalSet.unionOf(one).difference(IntervalSet.unionOf(other));
    assertThat(table(difference)).isEqualTo(rest);
    assertThat(difference).isEqualTo(IntervalSet.unionOf(difference.intervals()));
  }

  @Property
  void r11_inAtLeastSoManyHoldsWhatSoManyHold(
      @ForAll("sets") List<List<Interval>> sets, @ForAll @IntRange(min = 1, max = 4) int depth) {
    int[] count = new int[WORLD];
    sets.forEach(set -> table(set).stream().forEach(ms -> count[ms]++));
    BitSet expected = new BitSet();
    for (int ms = 0; ms < WORLD; ms++) {
      expected.set(ms, count[ms] >= depth);
    }
    List<IntervalSet> united = sets.stream().map(IntervalSet::unionOf).toList();
    assertThat(table(IntervalSet.inAtLeast(depth, united))).isEqualTo(expected);
  }

  @Property
  void equalInstantsAreEqualSets(
      @ForAll("intervals") List<Interval> one, @ForAll("intervals") List<Interval> other) {
    assertThat(IntervalSet.unionOf(one).equals(IntervalSet.unionOf(other)))
        .isEqualTo(table(one).equals(table(other)));
  }

  @Property
  void r12_bridgingFillsEachGapOfAtMostTheGraceAndNothingElse(
      @ForAll("intervals") List<Interval> intervals, @ForAll @IntRange(max = 30) int grace) {
    BitSet expected = table(intervals);
    for (int end = expected.nextClearBit(Math.max(0, expected.nextSetBit(0)));
        expected.nextSetBit(end) >= 0; ) {
      int start = expected.nextSetBit(end);
      if (start - end <= grace) {
        expected.set(end, start);
      }
      end = expected.nextClearBit(start);
    }
    IntervalSet bridged = IntervalSet.unionOf(intervals).bridged(Duration.ofMillis(grace));
    assertThat(table(bridged)).isEqualTo(expected);
  }

  @Property
  void r12_graceZeroChangesNothing(@ForAll("intervals") List<Interval> intervals) {
    IntervalSet set = IntervalSet.unionOf(intervals);
    assertThat(set.bridged(Duration.ZERO)).isEqualTo(set);
  }

  @Property
  void startAndEndAreTheOuterEdges(@ForAll("intervals") List<Interval> intervals) {
    BitSet cells = table(intervals);
    IntervalSet set = IntervalSet.unionOf(intervals);
    assertThat(set.isEmpty()).isEqualTo(cells.isEmpty());
    if (cells.isEmpty()) {
      assertThat(set.start()).isEmpty();
      assertThat(set.end()).isEmpty();
    } else {
      assertThat(set.start()).contains(Instant.ofEpochMilli(cells.nextSetBit(0)));
      assertThat(set.end()).contains(Instant.ofEpochMilli(cells.length()));
    }
  }

  @Property
  void anIntervalHoldsItsStartAndNotItsEnd(
      @ForAll @IntRange(max = WORLD) int start,
      @ForAll @IntRange(max = WORLD) int length,
      @ForAll @IntRange(max = 2 * WORLD) int instant) {
    Interval interval = Interval.ofEpochMilli(start, start + length);
    assertThat(interval.contains(Instant.ofEpochMilli(instant)))
        .isEqualTo(table(List.of(interval)).get(instant));
  }

  @Property
  void intervalsOverlapIfTheyShareAnInstant(
      @ForAll @IntRange(max = 9) int start,
      @ForAll @IntRange(max = 9) int length,
      @ForAll @IntRange(max = 9) int otherStart,
      @ForAll @IntRange(max = 9) int otherLength) {
    Interval one = Interval.ofEpochMilli(start, start + length);
    Interval other = Interval.ofEpochMilli(otherStart, otherStart + otherLength);
    assertThat(one.overlaps(other))
        .isEqualTo(table(List.of(one)).intersects(table(List.of(other))));
  }

  @Property
  void anIntervalIsAsLongAsItHasMilliseconds(
      @ForAll @IntRange(max = WORLD) int start, @ForAll @IntRange(max = WORLD) int length) {
    Interval interval = Interval.ofEpochMilli(start, start + length);
    assertThat(interval.duration())
        .isEqualTo(Duration.ofMillis(table(List.of(interval)).cardinality()));
    assertThat(interval.isEmpty()).isEqualTo(length == 0);
  }

  /** Short intervals in a long time: one often ends before another one, or a set, begins. */
  @Property
  void r13_intersectionWithWhatIsBeforeOrAfterOrTouches(
      @ForAll @IntRange(max = 6) int start,
      @ForAll @IntRange(max = 3) int length,
      @ForAll @IntRange(max = 3) int gap,
      @ForAll @IntRange(max = 6) int otherStart,
      @ForAll @IntRange(max = 9) int otherLength) {
    int again = start + length + gap;
    List<Interval> one =
        List.of(
            Interval.ofEpochMilli(start, start + length),
            Interval.ofEpochMilli(again, again + length));
    List<Interval> other = List.of(Interval.ofEpochMilli(otherStart, otherStart + otherLength));
    BitSet both = table(one);
    both.and(table(other));
    assertThat(table(IntervalSet.unionOf(one).intersection(IntervalSet.unionOf(other))))
        .isEqualTo(both);
    assertThat(table(IntervalSet.unionOf(other).intersection(IntervalSet.unionOf(one))))
        .isEqualTo(both);
  }

  @Property
  void aUnionOfNumbersIsTheUnionOfTheirIntervals(
      @ForAll("intervals") List<Interval> intervals, @ForAll @IntRange(max = 3) int unused) {
    long[] starts = new long[intervals.size() + unused];
    long[] ends = new long[intervals.size() + unused];
    for (int i = 0; i < intervals.size(); i++) {
      starts[i] = intervals.get(i).start().toEpochMilli();
      ends[i] = intervals.get(i).end().toEpochMilli();
    }
    assertThat(IntervalSet.unionOf(starts, ends, intervals.size()))
        .isEqualTo(IntervalSet.unionOf(intervals));
  }

  /** Also where numbers change their sign: at the beginning of 1970. */
  @Property
  void whatHoldsAtOneTimeHoldsAtAnother(
      @ForAll("sets") List<List<Interval>> sets,
      @ForAll @IntRange(min = -WORLD, max = 0) int shift,
      @ForAll @IntRange(min = 1, max = 4) int depth,
      @ForAll @IntRange(max = 30) int grace) {
    List<IntervalSet> here = sets.stream().map(IntervalSet::unionOf).toList();
    List<IntervalSet> there = here.stream().map(set -> shifted(set, shift)).toList();
    assertThat(IntervalSet.inAtLeast(depth, there))
        .isEqualTo(shifted(IntervalSet.inAtLeast(depth, here), shift));
    for (int i = 1; i < here.size(); i++) {
      IntervalSet one = here.get(i - 1);
      IntervalSet other = here.get(i);
      IntervalSet oneThere = there.get(i - 1);
      IntervalSet otherThere = there.get(i);
      assertThat(oneThere.union(otherThere)).isEqualTo(shifted(one.union(other), shift));
      assertThat(oneThere.intersection(otherThere))
          .isEqualTo(shifted(one.intersection(other), shift));
      assertThat(oneThere.difference(otherThere)).isEqualTo(shifted(one.difference(other), shift));
      assertThat(oneThere.durationWithin(otherThere)).isEqualTo(one.durationWithin(other));
      assertThat(oneThere.bridged(Duration.ofMillis(grace)))
          .isEqualTo(shifted(one.bridged(Duration.ofMillis(grace)), shift));
    }
  }

  private static IntervalSet shifted(IntervalSet set, long millis) {
    return IntervalSet.unionOf(
        set.intervals().stream()
            .map(
                interval ->
                    new Interval(
                        interval.start().plusMillis(millis), interval.end().plusMillis(millis)))
            .toList());
  }

  @Example
  void r11_aUnionHoldsForAsLongAsTimeItself() {
    Interval always = Interval.ofEpochMilli(Long.MIN_VALUE, Long.MAX_VALUE);
    Interval within = Interval.ofEpochMilli(Long.MIN_VALUE + 2, Long.MIN_VALUE + 3);
    IntervalSet set = IntervalSet.of(always);
    assertThat(IntervalSet.unionOf(List.of(always, within))).isEqualTo(set);
    assertThat(set.union(IntervalSet.of(within))).isEqualTo(set);
  }

  /** A session cuts the stays of hundreds of thousands to its window, and most lie within it. */
  @Property
  void r13_whatLiesWithinAnIntervalIsCutToItWithoutACopy(
      @ForAll @IntRange(max = WORLD) int start,
      @ForAll @IntRange(max = 3) int before,
      @ForAll @IntRange(min = 1, max = 9) int length,
      @ForAll @IntRange(max = 3) int after) {
    IntervalSet stay = IntervalSet.of(Interval.ofEpochMilli(start, start + length));
    IntervalSet window =
        IntervalSet.unionOf(
            List.of(
                Interval.ofEpochMilli(-9, -8),
                Interval.ofEpochMilli(start - before, start + length + after)));
    assertThat(stay.intersection(window)).isSameAs(stay);
  }

  @Property
  void theHashTellsMostSetsApart(@ForAll @IntRange(max = WORLD) int start) {
    assertThat(IntervalSet.of(Interval.ofEpochMilli(start, WORLD + 1)))
        .doesNotHaveSameHashCodeAs(IntervalSet.of(Interval.ofEpochMilli(start, WORLD + 2)));
  }

  @Example
  void aSetShowsItsIntervals() {
    IntervalSet set = IntervalSet.of(Interval.ofEpochMilli(1, 2));
    assertThat(set).hasToString(set.intervals().toString());
    assertThat(set.toString()).contains("1970-01-01T00:00:00.001Z");
  }

  @Example
  void boundsAreExactIfNothingIsLeftOpen() {
    Duration one = Duration.ofMillis(1);
    Duration two = Duration.ofMillis(2);
    assertThat(Bounds.exactly(two).isExact()).isTrue();
    assertThat(Bounds.ZERO.isExact()).isTrue();
    assertThat(new Bounds(one, two, two).isExact()).isFalse();
    assertThat(new Bounds(one, one, two).isExact()).isFalse();
  }
}
