package dev.attendance.rules;

import static dev.attendance.rules.Room.boundary;
import static dev.attendance.rules.Room.exactJoin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.Evidence;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventKind;
import dev.attendance.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** R8: what polls prove and what they do not. */
class PollRulesTest {

  @Provide
  Arbitrary<List<AttendanceEvent>> traces() {
    return Traces.ofOneRoom();
  }

  private static Room ann() {
    return new Room().joined("ann", 2, exactJoin(0));
  }

  @Property
  void r08_missingFromOnePollProvesNothing(@ForAll @IntRange(max = 900) int poll) {
    assertThat(ann().polled(poll, "bob").cycle("ann").isOpen()).isTrue();
  }

  @Property
  void r08_missingFromTwoInSuccessionItWasGoneWhenTheFirstWasAnswered(
      @ForAll @IntRange(min = 17, max = 900) int poll,
      @ForAll @IntRange(min = 10, max = 100) int later) {
    // The server's clock and ours may be five seconds apart, and ends are known to the second.
    assertThat(ann().polled(poll).polled(poll + later).cycle("ann").end())
        .isEqualTo(boundary(0, poll + 0.5, poll + 6, Evidence.ABSENT_FROM_POLLS));
  }

  @Property
  void r08_twoPollsTooCloseToEachOtherCountAsOne(
      @ForAll @IntRange(min = 7, max = 900) int poll, @ForAll @IntRange(max = 9) int later) {
    assertThat(ann().polled(poll).polled(poll + later).cycle("ann").isOpen()).isTrue();
  }

  @Property
  void r08_aPollThatListsItBetweenTwoThatDoNotBreaksTheSuccession(
      @ForAll @IntRange(min = 17, max = 300) int poll,
      @ForAll @IntRange(min = 1, max = 300) int listed,
      @ForAll @IntRange(min = 5, max = 300) int later) {
    int second = poll + listed;
    int third = second + later;
    Room room = ann().polled(poll).polled(second, "ann").polled(third);
    assertThat(room.cycle("ann").isOpen()).isTrue();
    assertThat(room.polled(third + 10).cycle("ann").end().evidence())
        .isEqualTo(Evidence.ABSENT_FROM_POLLS);
  }

  /** Listing lags behind the joined event, and our clock is not the server's. */
  @Property
  void r08_aPollSoonAfterItCameProvesNothing(@ForAll @IntRange(max = 16) int poll) {
    assertThat(ann().polled(poll).polled(100).cycle("ann").isOpen()).isTrue();
  }

  @Example
  void r08_aPollThatFailedIsNoEvent() {
    MemoryStore store = new MemoryStore();
    Attendance attendance =
        Attendance.builder(store)
            .clock(() -> AtOnce.LATER)
            .liveRooms(instance -> Optional.empty())
            .build();
    Room room = ann();
    attendance.record(room.events());
    var outcome = attendance.observeLiveRooms().orElseThrow().runOnce();
    assertThat(outcome.asked()).isEqualTo(1);
    assertThat(outcome.answered()).isZero();
    assertThat(store.events().events("RM_0")).isEqualTo(room.events());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void r09_tracksNeitherStartNorEndWhatHasAJoinedAndALeft(
      @ForAll("traces") List<AttendanceEvent> noise,
      @ForAll @IntRange(max = 100) int joined,
      @ForAll @IntRange(max = 100) int length) {
    List<AttendanceEvent> cycle =
        new Room().joined("0", joined).left("0", joined + length).events();
    List<AttendanceEvent> all = new ArrayList<>(cycle);
    noise.stream()
        .filter(
            event ->
                event.kind() == EventKind.TRACK_PUBLISHED
                    || event.kind() == EventKind.TRACK_UNPUBLISHED)
        .forEach(all::add);
    Collections.reverse(all);
    assertThat(Room.cycle("0", AtOnce.fold(all).match()))
        .isEqualTo(Room.cycle("0", AtOnce.fold(cycle).match()));
  }

  @Property
  void r09_aTrackProvesPresenceAndLeavesTheCycleOpen(
      @ForAll @IntRange(min = 1, max = 900) int published,
      @ForAll @IntRange(min = 1, max = 900) int length) {
    Cycle cycle =
        new Room().published("ann", published).unpublished("ann", published + length).cycle("ann");
    assertThat(cycle.isOpen()).isTrue();
    assertThat(cycle.end().earliest()).isAfterOrEqualTo(Room.at(published - 1));
  }
}
