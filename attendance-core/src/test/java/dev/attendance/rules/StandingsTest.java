package dev.attendance.rules;

import static dev.attendance.rules.Room.exactJoin;
import static dev.attendance.rules.Room.joinInSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.Attempt;
import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.CycleFacts;
import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.CycleMatcher;
import dev.attendance.cycle.CycleStanding;
import dev.attendance.cycle.Evidence;
import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.cycle.OpenEnd;
import dev.attendance.cycle.RoomCycles;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.JoinTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** R7: where cycles stand, whatever the time, and which marks of the room they stand by. */
class StandingsTest {

  /** So that neither the policy nor the clock ends anything. */
  private static final OpenCycleRules FOR_EVER =
      new OpenCycleRules(OpenEnd.LATEST, Duration.ofDays(36_500));

  @Provide
  Arbitrary<List<AttendanceEvent>> traces() {
    return Traces.ofOneRoom().filter(events -> !events.isEmpty());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void r07_aStandingSaysHowTheEndIsKnown(@ForAll("traces") List<AttendanceEvent> events) {
    AtOnce folded = AtOnce.fold(events);
    RoomCycles cycles = folded.match(FOR_EVER, AtOnce.LATER);
    Map<CycleId, CycleStanding> expected = new TreeMap<>();
    cycles.attempts().forEach(attempt -> expected.put(attempt.id(), CycleStanding.ATTEMPT));
    cycles.cycles().forEach(cycle -> expected.put(cycle.id(), standing(cycle.end().evidence())));
    assertThat(folded.standings()).isEqualTo(expected);
  }

  private static CycleStanding standing(Evidence end) {
    return switch (end) {
      case STILL_OPEN -> CycleStanding.OPEN;
      case NEXT_CYCLE, ABSENT_FROM_POLLS, ROOM_FINISHED -> CycleStanding.INFERRED;
      case LEFT, ENDED_BY_SERVER, CONNECTION_LOST, CONNECTION_ABORTED -> CycleStanding.REPORTED;
      case JOIN_TIME, JOIN_TIME_IN_SECONDS, JOINED_EVENT, FIRST_SEEN, LONGEST_OPEN ->
          throw new AssertionError("no end: " + end);
    };
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void r07_marksFromBeforeTheyMatterBoundNothing(
      @ForAll("traces") List<AttendanceEvent> events, @ForAll boolean severalNodes) {
    AtOnce folded = AtOnce.fold(events);
    CycleMatcher matcher = new CycleMatcher(severalNodes ? AtOnce.SEVERAL_NODES : AtOnce.TIMING);
    Instant refuted =
        matcher.finishesStandFrom(Instant.ofEpochMilli(folded.room().lastPresenceAt()));
    for (CycleFacts cycle : folded.cycles().values()) {
      if (cycle.seenUp() && cycle.reportedEnd().isEmpty()) {
        RoomMarks marks = folded.marks();
        Instant from = matcher.marksMatterFrom(cycle);
        RoomMarks later =
            new RoomMarks(
                marks.finishes().tailSet(from, true).tailSet(later(from, refuted), true),
                marks.polls().tailMap(from, true));
        assertThat(find(cycle.id(), match(matcher, folded, later)))
            .isEqualTo(find(cycle.id(), match(matcher, folded, marks)));
      }
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static RoomCycles match(CycleMatcher matcher, AtOnce folded, RoomMarks marks) {
    return matcher.match(folded.room(), marks, folded.cycles().values(), FOR_EVER, AtOnce.LATER);
  }

  private static Cycle find(CycleId id, RoomCycles cycles) {
    return cycles.cycles().stream()
        .filter(cycle -> cycle.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Of whom the join time is known, the room may be told to have finished before the joined is. */
  @Property
  void r07_aFinishMattersFromTheJoinTimeOnHoweverLateTheJoinedWasTold(
      @ForAll @IntRange(min = 20, max = 60) int told, @ForAll @IntRange(max = 12) int before) {
    for (JoinTime join : List.of(exactJoin(0), joinInSeconds(0))) {
      Room room = new Room().joined("ann", told, join).finished(told - before);
      AtOnce folded = AtOnce.fold(room.events());
      CycleFacts ann = folded.cycles().get("PA_ann");
      assertThat(folded.standings()).containsValue(CycleStanding.INFERRED);
      assertThat(new CycleMatcher(AtOnce.TIMING).marksMatterFrom(ann))
          .isBeforeOrEqualTo(Room.at(told - before));
    }
  }

  @Property
  void r06_attemptsAreListedByTimeAndThenByKey(
      @ForAll @Size(max = 6) List<@IntRange(max = 3) Integer> seconds) {
    Room room = new Room().started(0);
    for (int i = 0; i < seconds.size(); i++) {
      room.aborted("p" + i, 100, exactJoin(seconds.get(i)));
    }
    List<Attempt> attempts = room.match().attempts();
    assertThat(attempts)
        .hasSameSizeAs(seconds)
        .isSortedAccordingTo(Comparator.comparing(Attempt::at).thenComparing(Attempt::id));
  }
}
