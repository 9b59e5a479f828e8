package dev.attendance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.event.DisconnectReason;
import dev.attendance.event.ParticipantProfile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;

/** An end that nobody reported, bounded by other connections of the same identity (R7). */
class NextCycleTest {

  private static final long NINE = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();
  private static final RoomFacts ROOM = new RoomFacts("RM_1", "class", NINE, 0, NINE, NINE + 5_000);
  private static final CycleMatcher MATCHER = new CycleMatcher(SourceTiming.LIVEKIT);

  private static CycleFacts facts(
      String sid, long joinedAt, long joinedEventAt, Optional<ReportedEnd> left, long trackAt) {
    return new CycleFacts(
        new CycleId("RM_1", sid),
        ParticipantProfile.ofIdentity("ann"),
        NINE,
        joinedAt,
        0,
        joinedEventAt,
        left,
        Optional.empty(),
        trackAt,
        trackAt,
        0,
        0,
        0);
  }

  /**
   * One was seen first by its end at second 2, the other joined by second 3 and showed a track at
   * second 2: both had begun by second 3, but their best starts differ.
   */
  @Example
  void ofTwoThatBeganByTheSameInstantTheOneWithTheEarlierBestStartIsShown() {
    CycleFacts unended = facts("PA_0", NINE, NINE, Optional.empty(), 0);
    CycleFacts onlyLeft =
        facts(
            "PA_2",
            0,
            0,
            Optional.of(new ReportedEnd(NINE + 2_000, DisconnectReason.CLIENT_INITIATED)),
            0);
    CycleFacts joinedLate = facts("PA_1", 0, NINE + 3_000, Optional.empty(), NINE + 2_000);
    for (List<CycleFacts> order :
        List.of(List.of(unended, onlyLeft, joinedLate), List.of(joinedLate, onlyLeft, unended))) {
      Boundary end =
          MATCHER
              .match(
                  ROOM,
                  RoomMarks.NONE,
                  order,
                  OpenCycleRules.STANDARD,
                  Instant.ofEpochMilli(NINE + 60_000))
              .cycles()
              .stream()
              .filter(cycle -> cycle.id().participantSid().equals("PA_0"))
              .findFirst()
              .orElseThrow()
              .end();
      assertThat(end.evidence()).isEqualTo(Evidence.NEXT_CYCLE);
      assertThat(end.bestAt()).isEqualTo(NINE + 2_000);
      // It may have been in that second, as the server would tell it.
      assertThat(end.latestAt()).isEqualTo(NINE + 4_000);
    }
  }
}
