package dev.attendance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.cycle.CycleFacts;
import dev.attendance.cycle.CycleMatcher;
import dev.attendance.cycle.EventFacts;
import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ParticipantProfile;
import dev.attendance.testkit.world.Faults;
import dev.attendance.testkit.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The fold as algebra (promise 2): only the set of events matters. */
class FoldLawsTest {

  @Provide
  Arbitrary<List<AttendanceEvent>> traces() {
    return Traces.ofOneRoom().filter(events -> !events.isEmpty());
  }

  @Provide
  Arbitrary<World> worlds() {
    return Worlds.any();
  }

  /** Connections may change their identity here: merging must not mind. */
  @Provide
  Arbitrary<List<AttendanceEvent>> oddTraces() {
    return Traces.ofOneOddRoom().filter(events -> !events.isEmpty());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void p2_mergingIsCommutative(
      @ForAll("oddTraces") List<AttendanceEvent> one,
      @ForAll("oddTraces") List<AttendanceEvent> other) {
    AtOnce a = AtOnce.fold(one);
    AtOnce b = AtOnce.fold(other);
    assertThat(a.merge(b)).isEqualTo(b.merge(a));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void p2_mergingIsAssociative(
      @ForAll("oddTraces") List<AttendanceEvent> one,
      @ForAll("oddTraces") List<AttendanceEvent> two,
      @ForAll("oddTraces") List<AttendanceEvent> three) {
    AtOnce a = AtOnce.fold(one);
    AtOnce b = AtOnce.fold(two);
    AtOnce c = AtOnce.fold(three);
    assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void p2_mergingIsIdempotent(
      @ForAll("oddTraces") List<AttendanceEvent> one,
      @ForAll("oddTraces") List<AttendanceEvent> other) {
    AtOnce both = AtOnce.fold(one).merge(AtOnce.fold(other));
    assertThat(both.merge(both)).isEqualTo(both);
    assertThat(both.merge(AtOnce.fold(one))).isEqualTo(both);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void p2_anyOrderAndAnyDuplicatesFoldToTheSame(
      @ForAll("oddTraces") List<AttendanceEvent> events, @ForAll long seed) {
    List<AttendanceEvent> delivered = new ArrayList<>(events);
    Random random = new Random(seed);
    delivered.addAll(events.subList(0, random.nextInt(events.size() + 1)));
    Collections.shuffle(delivered, random);
    assertThat(AtOnce.fold(delivered)).isEqualTo(AtOnce.fold(events));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void p2_anySplitMergesToTheWhole(
      @ForAll("oddTraces") List<AttendanceEvent> events, @ForAll long seed) {
    List<AttendanceEvent> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(seed));
    int cut = Math.floorMod(seed, events.size());
    AtOnce second = AtOnce.fold(shuffled.subList(cut, shuffled.size()));
    AtOnce whole = cut == 0 ? second : AtOnce.fold(shuffled.subList(0, cut)).merge(second);
    assertThat(whole).isEqualTo(AtOnce.fold(events));
  }

  /** What arrives from a simulated world, with everything that a real server does. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void p2_anyOrderRepetitionAndSplitOfWhatAWorldTellsMergeToTheWhole(
      @ForAll("worlds") World world, @ForAll long seed) {
    Map<String, List<AttendanceEvent>> rooms =
        world.told().stream().collect(Collectors.groupingBy(event -> event.header().room().sid()));
    for (List<AttendanceEvent> told : rooms.values()) {
      List<AttendanceEvent> arriving = new Faults(0, 40, 40).deliver(told, seed);
      int cut = Math.floorMod(seed, arriving.size());
      AtOnce second = AtOnce.fold(arriving.subList(cut, arriving.size()));
      AtOnce merged = cut == 0 ? second : second.merge(AtOnce.fold(arriving.subList(0, cut)));
      assertThat(merged).isEqualTo(AtOnce.fold(told));
      assertThat(merged.match()).isEqualTo(AtOnce.fold(told).match());
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void p2_matchingDoesNotDependOnTheOrderOfCycles(
      @ForAll("oddTraces") List<AttendanceEvent> events, @ForAll long seed) {
    AtOnce folded = AtOnce.fold(events);
    List<CycleFacts> shuffled = new ArrayList<>(folded.cycles().values());
    Collections.shuffle(shuffled, new Random(seed));
    CycleMatcher matcher = new CycleMatcher(AtOnce.TIMING);
    assertThat(
            matcher.match(
                folded.room(), folded.marks(), shuffled, OpenCycleRules.STANDARD, AtOnce.LATER))
        .isEqualTo(folded.match());
    assertThat(matcher.standings(folded.room(), folded.marks(), shuffled))
        .isEqualTo(folded.standings());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void anEventDescribesThoseOfWhomItTells(@ForAll("oddTraces") List<AttendanceEvent> events) {
    for (AttendanceEvent event : events) {
      assertThat(ParticipantProfile.in(event))
          .containsExactlyInAnyOrderElementsOf(
              EventFacts.of(event).cycles().stream().map(CycleFacts::profile).toList());
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void factsOfDifferentCyclesDoNotMerge(@ForAll("traces") List<AttendanceEvent> events) {
    List<CycleFacts> cycles = new ArrayList<>(AtOnce.fold(events).cycles().values());
    Assume.that(cycles.size() > 1);
    assertThatThrownBy(() -> cycles.get(0).merge(cycles.get(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
