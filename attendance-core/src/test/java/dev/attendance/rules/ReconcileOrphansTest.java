package dev.attendance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.AttendanceBuilder;
import dev.attendance.ReconcileOrphans.Outcome;
import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.Evidence;
import dev.attendance.event.Participant;
import dev.attendance.session.SessionId;
import dev.attendance.store.memory.MemoryStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import net.jqwik.api.Example;

/** What nobody reports any more is asked about; what the answers do not show is not closed. */
class ReconcileOrphansTest {

  private static final int THREE_HOURS = 10_800;

  private final SettableTime time = new SettableTime();
  private final Plans plans = new Plans();
  private Optional<List<Participant>> answer = Optional.of(List.of());
  private final Attendance attendance = builder().liveRooms(room -> answer).build();

  private AttendanceBuilder builder() {
    return Attendance.builder(new MemoryStore()).clock(time).directory(plans);
  }

  @Example
  void aSilentRoomIsClosedByTheSecondAnswerThatDoesNotListAnybody() {
    attendance.record(new Room().joined("ann", 0).events());
    Outcome first = runAt(THREE_HOURS);
    assertThat(first.asked()).isEqualTo(1);
    assertThat(first.answered()).isEqualTo(1);
    assertThat(first.totals().open()).isEqualTo(1);
    assertThat(first.totals().orphaned()).isEqualTo(1);

    Outcome second = runAt(THREE_HOURS + 3600);
    assertThat(second.totals().open()).isZero();
    assertThat(second.totals().orphaned()).isZero();
    assertThat(second.totals().inferred()).isEqualTo(1);
    Cycle cycle =
        attendance.report(new SessionId("RM_0")).orElseThrow().attendance().cycles().get(0).cycle();
    assertThat(cycle.end().evidence()).isEqualTo(Evidence.ABSENT_FROM_POLLS);
    // The server's clock and ours may be five seconds apart, and ends are known to the second.
    assertThat(cycle.end().best()).isEqualTo(Room.at(THREE_HOURS));
    assertThat(cycle.end().latest()).isEqualTo(Room.at(THREE_HOURS + 6));
    assertThat(runAt(THREE_HOURS + 7200).asked()).isZero();
  }

  @Example
  void whoIsStillListedStays() {
    attendance.record(new Room().joined("ann", 0).events());
    answer = Optional.of(List.of(Room.participant("ann")));
    runAt(THREE_HOURS);
    Outcome second = runAt(2 * THREE_HOURS);
    assertThat(second.asked()).isEqualTo(1);
    assertThat(second.totals().open()).isEqualTo(1);
    assertThat(second.totals().orphaned()).isZero();
  }

  @Example
  void noAnswerClosesNothing() {
    attendance.record(new Room().joined("ann", 0).events());
    answer = Optional.empty();
    for (int hour = 3; hour < 6; hour++) {
      Outcome outcome = runAt(hour * 3600);
      assertThat(outcome.asked()).isEqualTo(1);
      assertThat(outcome.answered()).isZero();
      assertThat(outcome.totals().orphaned()).isEqualTo(1);
    }
  }

  @Example
  void aRoomThatWasHeardOfLatelyIsLeftAlone() {
    attendance.record(new Room().joined("ann", 0).events());
    assertThat(runAt(600).asked()).isZero();
  }

  @Example
  void aSessionWhosePlanIsOverIsAskedAboutAtOnce() {
    plans.add("lesson", 0, 600, "ann");
    attendance.record(new Room().joined("ann", 0).events());
    assertThat(runAt(599).asked()).isZero();
    assertThat(runAt(600).asked()).isEqualTo(1);
  }

  @Example
  void aRoomThatGoesOnAfterItWasSaidToHaveFinishedIsAskedAbout() {
    attendance.record(new Room().joined("ann", 0).finished(100).published("ann", 300).events());
    assertThat(runAt(400).asked()).isEqualTo(1);
  }

  @Example
  void withoutAServerToAskOrphansAreStillCounted() {
    Attendance alone = builder().build();
    alone.record(new Room().joined("ann", 0).events());
    time.set(THREE_HOURS);
    Outcome outcome = alone.reconcileOrphans().runOnce();
    assertThat(outcome.asked()).isZero();
    assertThat(outcome.totals().orphaned()).isEqualTo(1);
  }

  @Example
  void whatIsPendingIsFoldedFirst() {
    Attendance slow =
        builder().foldExecutor(ReconcileOrphansTest::reject).liveRooms(room -> answer).build();
    slow.record(new Room().joined("ann", 0).events());
    time.set(THREE_HOURS);
    assertThat(slow.reconcileOrphans().runOnce().asked()).isEqualTo(1);
  }

  private static void reject(Runnable task) {
    throw new RejectedExecutionException("busy");
  }

  private Outcome runAt(int second) {
    time.set(second);
    return attendance.reconcileOrphans().runOnce();
  }
}
