package dev.attendance.rules;

import static dev.attendance.rules.Room.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.record.SessionSummary;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.session.SessionState;
import dev.attendance.store.memory.MemoryStore;
import dev.attendance.time.Interval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;

/** The list of the latest sessions: settled ones are not worked out again (R22, R23). */
class LatestSessionsTest {

  private static final int SESSIONS = 12;

  private final MemoryStore store = new MemoryStore();
  private final SettableTime time = new SettableTime();
  private final Plans plans = new Plans();
  private final Map<String, Integer> calls = new HashMap<>();
  private final Attendance attendance =
      Attendance.builder(Intruder.on(store, method -> calls.merge(method, 1, Integer::sum)))
          .clock(time)
          .directory(plans)
          .build();

  /** Half of them planned, all settled. */
  private void settled() {
    for (int i = 0; i < SESSIONS; i++) {
      String name = "room " + i;
      if (i % 2 == 0) {
        plans.add(plan("lesson " + i, name, 600));
      }
      attendance.record(
          new Room("RM_" + i, name)
              .joined("ann", i)
              .left("ann", 500 + i)
              .finished(510 + i)
              .events());
    }
    time.set(5_000);
    assertThat(attendance.calculateSessions().runOnce()).isEqualTo(SESSIONS);
  }

  private static SessionPlan plan(String id, String room, int end) {
    return new SessionPlan(
        new SessionId(id), "title of " + id, new Interval(at(0), at(end)), Set.of(room), List.of());
  }

  private List<SessionSummary> latest(int limit) {
    calls.clear();
    return attendance.latestSessions(limit);
  }

  private int workedOut() {
    return calls.getOrDefault("cycles", 0);
  }

  private void assertSaysWhatTheReportsSay(List<SessionSummary> latest) {
    assertThat(latest)
        .allSatisfy(
            summary ->
                assertThat(attendance.report(summary.id()).orElseThrow().attendance().summary())
                    .isEqualTo(summary));
  }

  @Example
  void r22_whatIsSettledIsReadInOneGo() {
    settled();
    for (int limit : List.of(1, 5, SESSIONS)) {
      List<SessionSummary> latest = latest(limit);
      assertThat(latest).hasSize(limit);
      assertThat(calls).containsOnly(Map.entry("latestRooms", 1), Map.entry("latest", 1));
      assertThat(latest).extracting(SessionSummary::state).containsOnly(SessionState.FINAL);
      assertSaysWhatTheReportsSay(latest);
    }
  }

  @Example
  void r23_whatHasComeInSinceIsWorkedOut() {
    settled();
    attendance.record(new Room("RM_3", "room 3").joined("bob", 4_000).events());
    attendance.record(new Room("RM_4", "room 4").joined("bob", 300).left("bob", 400).events());
    List<SessionSummary> latest = latest(SESSIONS);
    assertThat(workedOut()).isEqualTo(2);
    assertThat(latest.get(0).id()).isEqualTo(new SessionId("RM_3"));
    assertThat(latest.get(0).state()).isEqualTo(SessionState.LIVE);
    assertSaysWhatTheReportsSay(latest);
  }

  @Example
  void aPlanThatIsAddedChangedOrTakenAwayShowsAtOnce() {
    settled();
    plans.add(plan("added", "room 1", 600));
    plans.add(plan("lesson 2", "room 2", 700));
    plans.add(plan("beside", "room 4", 600));
    plans.add(
        new SessionPlan(
            new SessionId("lesson 8"),
            "another title",
            new Interval(at(0), at(600)),
            Set.of("room 8"),
            List.of()));
    plans.remove("lesson 6");
    List<SessionSummary> latest = latest(SESSIONS);
    assertThat(latest)
        .extracting(summary -> summary.id().value())
        .contains("added", "beside", "lesson 4", "RM_6")
        .doesNotContain("RM_1", "lesson 6");
    // The five, and lesson 4, which shares its room now.
    assertThat(workedOut()).isEqualTo(6);
    assertSaysWhatTheReportsSay(latest);
  }

  @Example
  void aSessionThatHasOtherRoomsThanTheListIsWorkedOut() {
    plans.add(
        new SessionPlan(
            new SessionId("both"), "", new Interval(at(0), at(600)), Set.of("a", "b"), List.of()));
    attendance.record(new Room("RM_a", "a").joined("ann", 0).left("ann", 100).events());
    attendance.record(new Room("RM_b", "b").joined("ann", 200).left("ann", 300).events());
    time.set(5_000);
    assertThat(attendance.calculateSessions().runOnce()).isEqualTo(1);
    assertSaysWhatTheReportsSay(latest(2));
    latest(2);
    assertThat(workedOut()).isZero();
    assertThat(latest(1))
        .extracting(SessionSummary::roomSids)
        .containsExactly(List.of("RM_a", "RM_b"));
    assertThat(workedOut()).isEqualTo(2);
  }
}
