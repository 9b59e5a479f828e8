package dev.attendance.rules;

import static dev.attendance.rules.Room.boundary;
import static dev.attendance.rules.Room.exactJoin;
import static dev.attendance.rules.Room.exactly;
import static dev.attendance.rules.Room.joinInSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.Boundary;
import dev.attendance.cycle.Evidence;
import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.cycle.OpenEnd;
import dev.attendance.cycle.RoomCycles;
import dev.attendance.event.JoinTime;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** R2, R4 and R5: when a cycle began. */
class StartRulesTest {

  private static final JoinTime[] NO_JOIN_TIME = {};

  @Property
  void r02_theJoinTimeInMillisecondsIsTheStartExactly(
      @ForAll @IntRange(min = 100, max = 500) int joined,
      @ForAll @IntRange(max = 70_000) int connecting) {
    double start = joined - connecting / 1000.0;
    assertThat(new Room().joined("ann", joined, exactJoin(start)).cycle("ann").start())
        .isEqualTo(exactly(start, Evidence.JOIN_TIME));
  }

  @Property
  void r02_elseTheJoinTimeInSecondsWhichMayBeASecondLater(
      @ForAll @IntRange(min = 100, max = 500) int joined, @ForAll @IntRange(max = 60) int before) {
    int start = joined - before;
    assertThat(new Room().joined("ann", joined, joinInSeconds(start)).cycle("ann").start())
        .isEqualTo(boundary(start, start, start + 1, Evidence.JOIN_TIME_IN_SECONDS));
  }

  @Property
  void r02_elseTheJoinedEventWhichComesAfterTheConnectionWasMade(
      @ForAll @IntRange(min = 100, max = 500) int joined) {
    assertThat(new Room().joined("ann", joined, NO_JOIN_TIME).cycle("ann").start())
        .isEqualTo(boundary(joined - 60, joined, joined + 1, Evidence.JOINED_EVENT));
  }

  @Property
  void r02_aJoinedEventThatIsDatedLateIsNoReasonToDoubtWhatWasSeenBefore(
      @ForAll @IntRange(min = 100, max = 500) int seen,
      @ForAll @IntRange(min = 1, max = 50) int later) {
    assertThat(
            new Room()
                .published("ann", seen)
                .joined("ann", seen + later, NO_JOIN_TIME)
                .cycle("ann")
                .start())
        .isEqualTo(
            boundary(
                Math.min(seen + 1, seen + later - 60), seen + 1, seen + 1, Evidence.JOINED_EVENT));
  }

  @Property
  void r02_withoutAnyOfTheseItBeganBetweenTheRoomsBeginningAndTheFirstSight(
      @ForAll @IntRange(min = 1, max = 500) int seen) {
    Boundary expected = boundary(0, seen, seen + 1, Evidence.FIRST_SEEN);
    assertThat(new Room().published("ann", seen).cycle("ann").start()).isEqualTo(expected);
    // By our clock, from which the server's may be five seconds apart; answered after half a
    // second.
    assertThat(new Room().polled(seen, "ann").cycle("ann").start())
        .isEqualTo(boundary(0, seen + 0.5, seen + 5.5, Evidence.FIRST_SEEN));
    assertThat(new Room().unpublished("ann", seen + 9).unpublished("ann", seen).cycle("ann"))
        .returns(expected, cycle -> cycle.start());
    assertThat(new Room().left("ann", seen).cycle("ann").start()).isEqualTo(expected);
  }

  @Property
  void r02_noStartIsBeforeTheRoomAndNoneIsFurtherBackThanThePolicyBelieves(
      @ForAll @IntRange(min = 1, max = 59) int seen,
      @ForAll @IntRange(min = 60, max = 900) int longest) {
    assertThat(new Room().joined("ann", seen, NO_JOIN_TIME).cycle("ann").start())
        .isEqualTo(boundary(0, seen, seen + 1, Evidence.JOINED_EVENT));
    // Track events do not say when the room began. A track may be dated a second late.
    OpenCycleRules rules = new OpenCycleRules(OpenEnd.LATEST, Duration.ofSeconds(longest));
    RoomCycles cycles = new Room(Optional.empty()).published("ann", seen).match(rules, 2000);
    assertThat(Room.cycle("ann", cycles).start())
        .isEqualTo(boundary(seen - 1 - longest, seen, seen + 1, Evidence.FIRST_SEEN));
  }

  @Example
  void r02_millisecondsPrevailOverSecondsWhicheverEventHasThem() {
    Boundary exact = exactly(10.456, Evidence.JOIN_TIME);
    assertThat(
            new Room()
                .joined("ann", 12, joinInSeconds(10))
                .left("ann", 90, exactJoin(10.456))
                .cycle("ann")
                .start())
        .isEqualTo(exact);
    assertThat(
            new Room()
                .joined("ann", 12, exactJoin(10.456))
                .left("ann", 90, joinInSeconds(10))
                .cycle("ann")
                .start())
        .isEqualTo(exact);
  }

  @Property
  void r04_aLeftAloneYieldsTheWholeCycle(
      @ForAll @IntRange(min = 1, max = 100) int joined,
      @ForAll @IntRange(max = 300) int length,
      @ForAll @IntRange(max = 999) int millis) {
    var join = exactJoin(joined + millis / 1000.0);
    int left = joined + 1 + length;
    Room alone = new Room().left("ann", left, join);
    Room both = new Room().joined("ann", joined + 1, join).left("ann", left, join);
    assertThat(alone.match()).isEqualTo(both.match());
    assertThat(alone.cycle("ann"))
        .returns(exactly(joined + millis / 1000.0, Evidence.JOIN_TIME), cycle -> cycle.start())
        .returns(boundary(left, left, left + 1, Evidence.LEFT), cycle -> cycle.end());
  }

  @Property
  void r05_twoJoinedOfOneCycleMergeToTheEarliest(
      @ForAll @IntRange(min = 60, max = 160) int one,
      @ForAll @IntRange(min = 60, max = 160) int other) {
    int first = Math.min(one, other);
    assertThat(new Room().joined("ann", one).joined("ann", other).match().cycles())
        .singleElement()
        .returns(exactly(first, Evidence.JOIN_TIME), cycle -> cycle.start());
    assertThat(
            new Room()
                .joined("ann", one, NO_JOIN_TIME)
                .joined("ann", other, NO_JOIN_TIME)
                .cycle("ann")
                .start())
        .isEqualTo(boundary(first - 60, first, first + 1, Evidence.JOINED_EVENT));
  }
}
