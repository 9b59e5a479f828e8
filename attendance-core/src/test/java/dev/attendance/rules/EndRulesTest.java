package dev.attendance.rules;

import static dev.attendance.event.DisconnectReason.CLIENT_INITIATED;
import static dev.attendance.event.DisconnectReason.CONNECTION_TIMEOUT;
import static dev.attendance.event.DisconnectReason.UNKNOWN_REASON;
import static dev.attendance.rules.Room.at;
import static dev.attendance.rules.Room.boundary;
import static dev.attendance.rules.Room.exactJoin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.Evidence;
import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.DisconnectReason;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** R3 to R6: ends that were reported. */
class EndRulesTest {

  @Provide
  Arbitrary<List<AttendanceEvent>> traces() {
    return Traces.ofOneRoom().filter(events -> !events.isEmpty());
  }

  @Property
  void r03_theEndIsTheLeftAndAtMostASecondLater(
      @ForAll @IntRange(min = 1, max = 500) int left, @ForAll DisconnectReason reason) {
    Cycle cycle = new Room().joined("ann", 0).left("ann", left, reason).cycle("ann");
    boolean said = reason == CLIENT_INITIATED;
    assertThat(cycle.end())
        .isEqualTo(
            boundary(
                said ? left : Math.max(0, left - 20),
                left,
                left + 1,
                switch (reason) {
                  case CLIENT_INITIATED -> Evidence.LEFT;
                  case CONNECTION_TIMEOUT, UNKNOWN_REASON -> Evidence.CONNECTION_LOST;
                  default -> Evidence.ENDED_BY_SERVER;
                }));
    assertThat(cycle.reason()).contains(reason);
  }

  @Property
  void r03_whomTheServerEndedWasThereAsLongAsAnythingProvesIt(
      @ForAll @IntRange(min = 100, max = 200) int left,
      @ForAll @IntRange(min = 1, max = 99) int published,
      @ForAll DisconnectReason reason) {
    Assume.that(reason != CLIENT_INITIATED);
    Cycle cycle =
        new Room()
            .joined("ann", 0)
            .published("ann", published)
            .left("ann", left, reason)
            .cycle("ann");
    // The server may date the beginning of a track a second late.
    assertThat(cycle.end().earliest()).isEqualTo(at(Math.max(published - 1, left - 20)));
  }

  @Property
  void r03_whatElseBoundsAnEndThatTheServerNoticedLateStillBoundsIt(
      @ForAll @IntRange(min = 100, max = 200) int left, @ForAll @IntRange(max = 19) int before) {
    int next = left - before;
    Room room =
        new Room()
            .joined("ann/old", 0)
            .joined("ann/new", next)
            .left("ann/old", left, CONNECTION_TIMEOUT);
    assertThat(room.cycle("ann/old").end())
        .isEqualTo(boundary(left - 20, next, next + 1, Evidence.CONNECTION_LOST));
  }

  @Property
  void r03_whatContradictsAReportedEndIsNotBelieved(
      @ForAll @IntRange(min = 100, max = 200) int left,
      @ForAll @IntRange(min = 30, max = 79) int next) {
    Room room =
        new Room()
            .joined("ann/old", 0)
            .joined("ann/new", next)
            .left("ann/old", left, CONNECTION_TIMEOUT);
    assertThat(room.cycle("ann/old").end())
        .isEqualTo(boundary(left - 20, left, left + 1, Evidence.CONNECTION_LOST));
  }

  @Property
  void r03_anEndIsNeverBeforeItsStart(
      @ForAll @IntRange(max = 2000) int joinedMillis, @ForAll @IntRange(max = 2) int left) {
    double start = 1 + joinedMillis / 1000.0;
    Cycle cycle = new Room().left("ann", left, exactJoin(start)).cycle("ann");
    assertThat(cycle.end())
        .isEqualTo(
            boundary(
                Math.max(left, start),
                Math.max(left, start),
                Math.max(left + 1, start),
                Evidence.LEFT));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void r03_noCycleOfAnyTraceEndsBeforeItsStart(
      @ForAll("traces") List<AttendanceEvent> events, @ForAll @IntRange(max = 300) int now) {
    AtOnce folded = AtOnce.fold(events);
    assertThat(folded.match(OpenCycleRules.STANDARD, at(now)).cycles())
        .allSatisfy(
            cycle -> {
              assertThat(cycle.end().earliest()).isAfterOrEqualTo(cycle.start().earliest());
              assertThat(cycle.end().best()).isAfterOrEqualTo(cycle.start().best());
              assertThat(cycle.end().latest()).isAfterOrEqualTo(cycle.start().latest());
            });
  }

  @Property
  void r04_aJoinedAfterTheEndNeverReopensIt(
      @ForAll @IntRange(min = 1, max = 100) int left, @ForAll @IntRange(max = 100) int later) {
    Room room = new Room().joined("ann", 0).left("ann", left);
    Cycle before = room.cycle("ann");
    Cycle after = room.joined("ann", left + later, exactJoin(0)).cycle("ann");
    assertThat(after).isEqualTo(before);
    assertThat(after.isOpen()).isFalse();
  }

  @Property
  void r05_twoLeftOfOneCycleMergeToTheEarliest(
      @ForAll @IntRange(min = 1, max = 200) int one,
      @ForAll @IntRange(min = 1, max = 200) int two) {
    int first = Math.min(one, two);
    Room room = new Room().joined("ann", 0).left("ann", one).left("ann", two);
    assertThat(room.match().cycles())
        .singleElement()
        .returns(boundary(first, first, first + 1, Evidence.LEFT), Cycle::end);
  }

  @Example
  void r05_ofTwoLeftInOneSecondTheOneThatSaysMoreIsKept() {
    Room room =
        new Room()
            .joined("ann", 0)
            .left("ann", 90, UNKNOWN_REASON)
            .left("ann", 90, CLIENT_INITIATED);
    assertThat(room.cycle("ann").end()).isEqualTo(boundary(90, 90, 91, Evidence.LEFT));
  }

  @Property
  void r06_anAbortAloneIsAnAttemptAndNoPresence(
      @ForAll @IntRange(max = 99) int joined, @ForAll @IntRange(max = 100) int aborted) {
    var cycles = new Room().aborted("ann", 100 + aborted, exactJoin(joined)).match();
    assertThat(cycles.cycles()).isEmpty();
    assertThat(cycles.attempts())
        .singleElement()
        .returns(at(joined), attempt -> attempt.at())
        .returns(Optional.of(DisconnectReason.JOIN_FAILURE), attempt -> attempt.reason());
  }

  @Property
  void r06_anAbortEndsWhatWasSeenUpBeforeOrAfterIt(
      @ForAll @IntRange(min = 1, max = 90) int end, @ForAll @IntRange(max = 20) int seen) {
    List<Room> rooms =
        List.of(
            new Room().joined("ann", seen, exactJoin(0)).aborted("ann", end),
            new Room().aborted("ann", end).joined("ann", seen, exactJoin(0)),
            new Room().aborted("ann", end, exactJoin(0)).unpublished("ann", seen),
            new Room().polled(seen, "ann").aborted("ann", end, exactJoin(0)));
    for (Room room : rooms) {
      assertThat(room.match().attempts()).isEmpty();
      assertThat(room.cycle("ann").end())
          .isEqualTo(boundary(Math.max(0, end - 20), end, end + 1, Evidence.CONNECTION_ABORTED));
    }
  }
}
