package dev.attendance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.cycle.OpenEnd;
import dev.attendance.cycle.RoomCycles;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.rules.CycleOracle.Expected;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Starts and ends of any trace, against {@link CycleOracle}. */
class CyclesAgreeWithTheRulesTest {

  @Provide
  Arbitrary<List<AttendanceEvent>> traces() {
    return Traces.ofOneRoom();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void r02_to_r08_startsAndEndsAreWhatTheRulesSay(
      @ForAll("traces") List<AttendanceEvent> events,
      @ForAll OpenEnd bestEnd,
      @ForAll @IntRange(min = 1, max = 300) int longestOpenSeconds,
      @ForAll @IntRange(max = 400) int nowSecond,
      @ForAll boolean severalNodes) {
    Assume.that(!events.isEmpty());
    OpenCycleRules rules = new OpenCycleRules(bestEnd, Duration.ofSeconds(longestOpenSeconds));
    Instant now = Traces.START.plusSeconds(nowSecond);
    RoomCycles cycles =
        AtOnce.fold(events).match(severalNodes ? AtOnce.SEVERAL_NODES : AtOnce.TIMING, rules, now);

    Stream<Expected> up =
        cycles.cycles().stream()
            .map(
                cycle ->
                    new Expected(
                        cycle.id().participantSid(),
                        Optional.of(cycle.start()),
                        Optional.of(cycle.end())));
    Stream<Expected> attempts =
        cycles.attempts().stream()
            .map(
                attempt ->
                    new Expected(
                        attempt.id().participantSid(), Optional.empty(), Optional.empty()));
    assertThat(Stream.concat(up, attempts).sorted(Comparator.comparing(Expected::sid)))
        .containsExactlyElementsOf(new CycleOracle(events, rules, now, severalNodes).all());
  }
}
