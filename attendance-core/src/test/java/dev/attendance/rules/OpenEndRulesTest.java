package dev.attendance.rules;

import static dev.attendance.rules.Room.at;
import static dev.attendance.rules.Room.boundary;
import static dev.attendance.rules.Room.cycle;
import static dev.attendance.rules.Room.exactJoin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.Evidence;
import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.cycle.OpenEnd;
import dev.attendance.cycle.RoomCycles;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.JoinTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** R7: ends that nobody reported. Each joined event came two seconds after the join time. */
class OpenEndRulesTest {

  private static final int JOINED = 2;

  /** A joined event may be told after the end; it proves that the cycle began. */
  private static final int PROVEN = 0;

  @Provide
  Arbitrary<List<AttendanceEvent>> traces() {
    return Traces.ofOneRoom();
  }

  private static Room ann() {
    return new Room().joined("ann", JOINED, exactJoin(0));
  }

  @Property
  void r07_nothingElseKnownItIsOpenUntilNow(@ForAll @IntRange(min = 3, max = 9000) int now) {
    Cycle cycle = cycle("ann", ann().match(OpenCycleRules.STANDARD, now));
    assertThat(cycle.end()).isEqualTo(boundary(PROVEN, now, now, Evidence.STILL_OPEN));
    assertThat(cycle.isOpen()).isTrue();
  }

  @Property
  void r07_theLongestOpenTimeBoundsIt(
      @ForAll @IntRange(min = 60, max = 9000) int longest, @ForAll @IntRange(max = 500) int later) {
    OpenCycleRules rules = new OpenCycleRules(OpenEnd.LATEST, Duration.ofSeconds(longest));
    assertThat(cycle("ann", ann().match(rules, longest + later)).end())
        .isEqualTo(boundary(PROVEN, longest, longest, Evidence.LONGEST_OPEN));
  }

  @Property
  void r07_ifItWasOpenForLongerTheLongestOpenTimeCountsFromTheLastEvidence(
      @ForAll @IntRange(min = 60, max = 900) int longest,
      @ForAll @IntRange(min = 6, max = 500) int later) {
    OpenCycleRules rules = new OpenCycleRules(OpenEnd.LATEST, Duration.ofSeconds(longest));
    int published = longest + later;
    assertThat(cycle("ann", ann().published("ann", published).match(rules, 9000)).end())
        .isEqualTo(
            boundary(
                published - 1, published + longest, published + longest, Evidence.LONGEST_OPEN));
  }

  /** To the second, as the end itself would be told. */
  @Property
  void r07_theNextCycleOfTheIdentityBoundsIt(@ForAll @IntRange(min = 10, max = 900) int next) {
    assertThat(ann().joined("ann/2", next, exactJoin(next)).cycle("ann").end())
        .isEqualTo(boundary(PROVEN, next, next + 1, Evidence.NEXT_CYCLE));
    assertThat(ann().joined("bob", next).cycle("ann").isOpen()).isTrue();
  }

  @Property
  void r07_theFinishedRoomBoundsIt(@ForAll @IntRange(min = 10, max = 900) int finished) {
    assertThat(ann().finished(finished).cycle("ann").end())
        .isEqualTo(boundary(PROVEN, finished, finished + 1, Evidence.ROOM_FINISHED));
  }

  @Property
  void r07_laterPresenceOfAnybodyContradictsAFinishedRoom(
      @ForAll @IntRange(min = 10, max = 300) int finished,
      @ForAll @IntRange(min = 13, max = 300) int later) {
    assertThat(ann().finished(finished).joined("bob", finished + later).cycle("ann").isOpen())
        .isTrue();
    assertThat(ann().finished(finished).published("ann", finished + later).cycle("ann").isOpen())
        .isTrue();
    assertThat(ann().finished(finished).joined("bob", finished + later).finished(900).cycle("ann"))
        .returns(boundary(PROVEN, 900, 901, Evidence.ROOM_FINISHED), Cycle::end);
  }

  @Property
  void r07_theEarliestOfAllBoundsCounts(
      @ForAll @IntRange(min = 100, max = 300) int next,
      @ForAll @IntRange(min = 100, max = 300) int poll,
      @ForAll @IntRange(min = 100, max = 300) int finished,
      @ForAll @IntRange(min = 100, max = 300) int longest) {
    Room room =
        new Room()
            .joined("ann", JOINED, exactJoin(0))
            .left("ann/2", next + 1, exactJoin(next))
            .polled(poll)
            .polled(900)
            .finished(finished);
    OpenCycleRules rules = new OpenCycleRules(OpenEnd.LATEST, Duration.ofSeconds(longest));
    Cycle cycle = cycle("ann", room.match(rules, 1000));
    boolean stands = finished + 12 >= next + 1;
    double earliest = Math.min(Math.min(next + 1, poll + 6), longest);
    assertThat(cycle.end().latest())
        .isEqualTo(at(stands ? Math.min(earliest, finished + 1) : earliest));
  }

  @Property
  void r07_theLastEvidenceIsTheLowerBound(
      @ForAll @IntRange(min = 3, max = 300) int published,
      @ForAll @IntRange(min = 32, max = 300) int listed) {
    assertThat(ann().published("ann", published).cycle("ann").end().earliest())
        .isEqualTo(at(published - 1));
    // The server notices a lost connection after 20 seconds, its list is 6 seconds old, and its
    // clock and ours are up to 5 seconds apart.
    assertThat(ann().polled(listed, "ann").cycle("ann").end().earliest())
        .isEqualTo(at(listed - 31));
  }

  @Property
  void r07_thePolicySaysWhichValueIsBest(
      @ForAll @IntRange(min = 10, max = 900) int next, @ForAll OpenEnd bestEnd) {
    Room room = ann().joined("ann/2", next, exactJoin(next));
    OpenCycleRules rules = new OpenCycleRules(bestEnd, Duration.ofHours(12));
    double best =
        switch (bestEnd) {
          case LATEST -> next;
          case EARLIEST -> PROVEN;
          case MIDDLE -> (PROVEN + next + 1) / 2.0;
        };
    assertThat(cycle("ann", room.match(rules, 1000)).end())
        .isEqualTo(boundary(PROVEN, best, next + 1, Evidence.NEXT_CYCLE));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void r07_aLaterLeftReplacesAllOfIt(
      @ForAll("traces") List<AttendanceEvent> events, @ForAll @IntRange(max = 300) int left) {
    Room room = new Room().left("0", left, exactJoin(0));
    List<AttendanceEvent> before =
        events.stream().filter(event -> new Told(List.of(event), "PA_0").ends().isEmpty()).toList();
    List<AttendanceEvent> all = new ArrayList<>(before);
    all.addAll(room.events());
    assertThat(cycle("0", AtOnce.fold(all).match()).end())
        .returns(Evidence.LEFT, end -> end.evidence())
        .satisfies(
            end -> {
              Cycle found = cycle("0", AtOnce.fold(all).match());
              assertThat(end.best())
                  .isEqualTo(
                      at(left).isBefore(found.start().best()) ? found.start().best() : at(left));
            });
  }

  /** Else one that began about when this one did may be the earlier one. */
  @Property
  void r07_anotherCycleOfTheIdentityBoundsItOnlyIfItWasThereLater(
      @ForAll @IntRange(min = 10, max = 900) int seen, @ForAll @IntRange(max = 60) int apart) {
    Room room =
        new Room()
            .joined("ann/old", seen, new JoinTime[0])
            .joined("ann/new", seen, new JoinTime[0])
            .published("ann/new", seen + apart);
    // It began up to a second after its joined event, and a track may be dated a second late.
    assertThat(room.cycle("ann/old").isOpen()).isEqualTo(apart <= 2);
    assertThat(room.cycle("ann/new").isOpen()).isTrue();
  }

  @Property
  void r07_whereRoomsGoOnElsewhereTheClocksOfTwoConnectionsAreApartAndNoFinishIsBelieved(
      @ForAll @IntRange(min = 10, max = 900) int next) {
    Room room = ann().joined("ann/2", next, exactJoin(next)).finished(next + 30);
    RoomCycles cycles =
        AtOnce.fold(room.events()).match(AtOnce.SEVERAL_NODES, OpenCycleRules.STANDARD, at(2000));
    assertThat(cycle("ann", cycles).end())
        .isEqualTo(boundary(PROVEN, next, next + 6, Evidence.NEXT_CYCLE));
    assertThat(cycle("ann/2", cycles).isOpen()).isTrue();
  }

  @Example
  void r07_theRoomStartedAgainDoesNotEndAnything() {
    assertThat(ann().started(100).cycle("ann").isOpen()).isTrue();
  }
}
