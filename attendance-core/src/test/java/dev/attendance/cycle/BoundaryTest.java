package dev.attendance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantProfile;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Starts and ends, in a world of ten milliseconds. */
class BoundaryTest {

  @Provide
  Arbitrary<Boundary> boundaries() {
    return Arbitraries.integers()
        .between(0, 9)
        .list()
        .ofSize(3)
        .map(values -> values.stream().sorted().map(Instant::ofEpochMilli).toList())
        .map(sorted -> new Boundary(sorted.get(0), sorted.get(1), sorted.get(2), Evidence.LEFT));
  }

  @Property
  void r03_noValueOfAnEndIsBeforeThatOfItsStart(
      @ForAll("boundaries") Boundary end, @ForAll("boundaries") Boundary start) {
    Boundary cut = end.notBefore(start);
    assertThat(cut.earliest()).isEqualTo(later(end.earliest(), start.earliest()));
    assertThat(cut.best()).isEqualTo(later(end.best(), start.best()));
    assertThat(cut.latest()).isEqualTo(later(end.latest(), start.latest()));
    assertThat(cut.evidence()).isEqualTo(end.evidence());
  }

  private static Instant later(Instant one, Instant other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  @Property
  void aBoundaryIsExactIfItsValuesAreOne(@ForAll("boundaries") Boundary boundary) {
    assertThat(boundary.isExact())
        .isEqualTo(
            boundary.earliest().equals(boundary.best())
                && boundary.best().equals(boundary.latest()));
  }

  @Property
  void aCycleIsCertainlyThereFromItsLatestStartToItsEarliestEnd(
      @ForAll("boundaries") Boundary start, @ForAll("boundaries") Boundary end) {
    Cycle cycle = cycle(start, end.notBefore(start));
    for (int ms = 0; ms < 10; ms++) {
      Instant at = Instant.ofEpochMilli(ms);
      boolean certain = !at.isBefore(start.latest()) && at.isBefore(cycle.end().earliest());
      boolean best = !at.isBefore(start.best()) && at.isBefore(cycle.end().best());
      boolean possible = !at.isBefore(start.earliest()) && at.isBefore(cycle.end().latest());
      assertThat(contains(cycle.certain(), at)).isEqualTo(certain);
      assertThat(cycle.best().contains(at)).isEqualTo(best);
      assertThat(cycle.possible().contains(at)).isEqualTo(possible);
    }
  }

  private static boolean contains(IntervalSet set, Instant at) {
    return set.intervals().stream().anyMatch((Interval interval) -> interval.contains(at));
  }

  private static Cycle cycle(Boundary start, Boundary end) {
    return new Cycle(
        new CycleId("RM_1", "PA_1"),
        new ParticipantProfile("ann", "", ParticipantKind.STANDARD, false, false),
        start,
        end,
        Optional.empty());
  }
}
