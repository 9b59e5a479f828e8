package dev.attendance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The order of cycles, against an insertion into the place where each one belongs. */
class ByStartTest {

  /** Few starts, so that many are equal; near together, as in a lesson, or ages apart. */
  @Provide
  Arbitrary<List<Cycle>> cycles() {
    Arbitrary<Long> starts =
        Arbitraries.of(1L, 1000L << 40, 1L << 56)
            .flatMap(unit -> Arbitraries.integers().between(-4, 4).map(n -> n * unit));
    return Combinators.combine(starts, Arbitraries.integers().between(0, 9))
        .as((start, sid) -> cycle(start, "PA_" + sid))
        .list()
        .ofMaxSize(20)
        .uniqueElements(Cycle::id);
  }

  @Property
  void cyclesAreSortedByTheirStartsAndThenByKey(@ForAll("cycles") List<Cycle> cycles) {
    assertThat(ByStart.sorted(List.copyOf(cycles))).isEqualTo(inserted(cycles));
  }

  @Property
  void soTheyAreIfTheyAllBeganWithinAMoment(
      @ForAll List<@net.jqwik.api.constraints.IntRange(max = 5) Integer> starts) {
    List<Cycle> cycles = new ArrayList<>();
    for (int i = starts.size(); i > 0; i--) {
      cycles.add(cycle(1_772_438_400_000L + starts.get(i - 1), "PA_%04d".formatted(i)));
    }
    assertThat(ByStart.sorted(cycles)).isEqualTo(inserted(cycles));
  }

  /** Where twice the time since 1970 is more than a number holds. */
  @Property
  void soTheyAreHoweverLongAgoThatWas(
      @ForAll List<@net.jqwik.api.constraints.IntRange(max = 5) Integer> starts,
      @ForAll boolean future) {
    List<Cycle> cycles = new ArrayList<>();
    for (int i = starts.size(); i > 0; i--) {
      cycles.add(
          cycle((future ? Long.MAX_VALUE / 2 : Long.MIN_VALUE / 2) + starts.get(i - 1), "PA_" + i));
    }
    assertThat(ByStart.sorted(cycles)).isEqualTo(inserted(cycles));
  }

  private static List<Cycle> inserted(List<Cycle> cycles) {
    List<Cycle> sorted = new ArrayList<>();
    for (Cycle cycle : cycles) {
      int at = 0;
      while (at < sorted.size() && isBefore(sorted.get(at), cycle)) {
        at++;
      }
      sorted.add(at, cycle);
    }
    return sorted;
  }

  private static boolean isBefore(Cycle one, Cycle other) {
    int byStart = one.start().best().compareTo(other.start().best());
    return byStart < 0
        || (byStart == 0 && Comparator.<CycleId>naturalOrder().compare(one.id(), other.id()) < 0);
  }

  private static Cycle cycle(long start, String sid) {
    Instant at = Instant.ofEpochMilli(start);
    return new Cycle(
        new CycleId("RM_1", sid),
        new ParticipantProfile("ann", "", ParticipantKind.STANDARD, false, false),
        new Boundary(at, at, at, Evidence.JOIN_TIME),
        new Boundary(at, at, at, Evidence.LEFT),
        Optional.empty());
  }
}
