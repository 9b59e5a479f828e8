package dev.attendance.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** How sets overlap, and what lies in between, against a table with one cell a millisecond. */
class OverlapTest {

  private static final int WORLD = 60;

  @Provide
  Arbitrary<IntervalSet> sets() {
    Arbitrary<Integer> edge = Arbitraries.integers().between(0, WORLD);
    return Combinators.combine(edge, edge)
        .as((a, b) -> Interval.ofEpochMilli(Math.min(a, b), Math.max(a, b)))
        .list()
        .ofMaxSize(6)
        .map(IntervalSet::unionOf);
  }

  @Provide
  Arbitrary<List<IntervalSet>> manySets() {
    return sets().list().ofMaxSize(7);
  }

  private static boolean holds(IntervalSet set, int cell) {
    return set.intervals().stream()
        .anyMatch(interval -> interval.contains(Instant.ofEpochMilli(cell)));
  }

  private static BitSet table(IntervalSet set) {
    assertThat(set).isEqualTo(IntervalSet.unionOf(set.intervals()));
    BitSet cells = new BitSet();
    for (int cell = 0; cell < WORLD; cell++) {
      cells.set(cell, holds(set, cell));
    }
    return cells;
  }

  @Property
  void anOverlapCountsTheSetsThatHoldEachInstant(@ForAll("manySets") List<IntervalSet> sets) {
    int peak = 0;
    int total = 0;
    BitSet any = new BitSet();
    BitSet one = new BitSet();
    for (int cell = 0; cell < WORLD; cell++) {
      int at = cell;
      int depth = (int) sets.stream().filter(set -> holds(set, at)).count();
      peak = Math.max(peak, depth);
      total += depth;
      any.set(cell, depth > 0);
      one.set(cell, depth == 1);
    }
    Overlap overlap = Overlap.of(sets);
    assertThat(overlap.peak()).isEqualTo(peak);
    assertThat(overlap.total()).isEqualTo(Duration.ofMillis(total));
    assertThat(table(overlap.any())).isEqualTo(any);
    assertThat(table(overlap.one())).isEqualTo(one);
  }

  @Property
  void anOverlapMayHaveAsManyStretchesAsTheSets(@ForAll @IntRange(max = 40) int stretches) {
    List<Interval> seconds = new ArrayList<>();
    for (int i = 0; i < stretches; i++) {
      seconds.add(Interval.ofEpochMilli(2000L * i, 2000L * i + 1000));
    }
    IntervalSet set = IntervalSet.unionOf(seconds);
    assertThat(Overlap.of(List.of(set)))
        .isEqualTo(new Overlap(Math.min(1, stretches), set.duration(), set, set));
  }

  @Property
  void whatBothHoldIsAsLongAsTheirIntersection(
      @ForAll("sets") IntervalSet one, @ForAll("sets") IntervalSet other) {
    BitSet both = table(one);
    both.and(table(other));
    assertThat(one.durationWithin(other)).isEqualTo(Duration.ofMillis(both.cardinality()));
  }

  @Property
  void gapsLieBetweenTheFirstAndTheLastInstant(@ForAll("sets") IntervalSet set) {
    BitSet held = table(set);
    BitSet gaps = new BitSet();
    gaps.set(Math.max(0, held.nextSetBit(0)), held.length());
    gaps.andNot(held);
    assertThat(table(set.gaps())).isEqualTo(gaps);
  }

  @Property
  void theLongestIntervalIsTheLongestRun(@ForAll("sets") IntervalSet set) {
    BitSet held = table(set);
    int longest = 0;
    int run = 0;
    for (int cell = 0; cell <= held.length(); cell++) {
      run = held.get(cell) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    assertThat(set.longest()).isEqualTo(Duration.ofMillis(longest));
  }
}
