package dev.attendance.rules;

import static dev.attendance.rules.Room.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.record.SessionRevision;
import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.store.memory.MemoryStore;
import dev.attendance.time.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;

/**
 * Plans that the store keeps: one that comes late, moves or goes re-assigns what was recorded, and
 * the job settles anew what it touches, without being asked to.
 */
class KeptPlansTest {

  private final MemoryStore store = new MemoryStore();
  private final SettableTime time = new SettableTime();
  private final Attendance attendance =
      Attendance.builder(store).clock(time).sourceTiming(AtOnce.TIMING).build();

  private void put(String id, int start, int end, String... roster) {
    store
        .plans()
        .put(
            new SessionPlan(
                new SessionId(id),
                "",
                new Interval(at(start), at(end)),
                Set.of("math"),
                Arrays.stream(roster)
                    .map(who -> new RosterEntry(new PersonId(who), "", Optional.empty()))
                    .toList()));
  }

  private int runAt(int second) {
    time.set(second);
    return attendance.calculateSessions().runOnce();
  }

  private List<String> settled(String session) {
    return store.records().latest(new SessionId(session)).stream()
        .map(SessionRevision::records)
        .flatMap(List::stream)
        .map(record -> record.person().value() + " " + record.status())
        .toList();
  }

  private int revision(String session) {
    return store.records().latest(new SessionId(session)).map(SessionRevision::revision).orElse(0);
  }

  @Example
  void aPlanThatComesAfterItsRoomWasSettledIsSettledByTheJob() {
    attendance.record(new Room().joined("ann", 0).left("ann", 600).finished(620).events());
    assertThat(runAt(700)).isOne();
    assertThat(settled("RM_0")).containsExactly("ann PRESENT");
    put("lesson", 0, 600, "ann", "bob");
    assertThat(runAt(800)).isOne();
    assertThat(settled("lesson")).containsExactly("ann PRESENT", "bob ABSENT");
    assertThat(attendance.report(new SessionId("RM_0"))).isEmpty();
    assertThat(runAt(900)).isZero();
    assertThat(store.records().sessionsToSettle(at(900), "", 9)).isEmpty();
  }

  @Example
  void aPlannedSessionThatNobodyEnteredIsSettledByTheJobWhenItIsOver() {
    put("lesson", 0, 600, "ann");
    assertThat(runAt(599)).isZero();
    assertThat(runAt(601)).isZero();
    assertThat(runAt(660)).isOne();
    assertThat(settled("lesson")).isEmpty();
    assertThat(store.records().latest(new SessionId("lesson"))).isPresent();
  }

  @Example
  void aPlanThatMovesAwayLeavesTheRoomToItself() {
    put("lesson", 0, 600, "ann");
    attendance.record(new Room().joined("ann", 0).left("ann", 600).finished(620).events());
    runAt(700);
    assertThat(settled("lesson")).containsExactly("ann PRESENT");
    put("lesson", 5000, 5600, "ann");
    assertThat(runAt(800)).isOne();
    assertThat(settled("RM_0")).containsExactly("ann PRESENT");
    assertThat(revision("lesson")).isOne();
    assertThat(runAt(5700)).isOne();
    assertThat(revision("lesson")).isEqualTo(2);
    assertThat(settled("lesson")).isEmpty();
  }

  @Example
  void aPlanThatIsRemovedLeavesTheRoomToItself() {
    put("lesson", 0, 600, "ann");
    attendance.record(new Room().joined("ann", 0).left("ann", 600).finished(620).events());
    runAt(700);
    assertThat(store.plans().remove(new SessionId("lesson"))).isTrue();
    assertThat(runAt(800)).isOne();
    assertThat(settled("RM_0")).containsExactly("ann PRESENT");
    assertThat(attendance.report(new SessionId("lesson"))).isEmpty();
  }

  @Example
  void aPlanThatComesBesideAnotherOfTheSameRoomChangesThatOneToo() {
    put("first", 0, 600, "ann");
    attendance.record(
        new Room()
            .joined("ann", 0)
            .left("ann", 590)
            .joined("late", 700)
            .left("late", 800)
            .finished(820)
            .events());
    runAt(1300);
    // Whoever came while no plan had the room is listed with the plan that claims its instance.
    assertThat(settled("first")).containsExactly("ann PRESENT", "late PARTIAL");
    put("second", 600, 1200, "late");
    assertThat(runAt(1400)).isEqualTo(2);
    assertThat(settled("first")).containsExactly("ann PRESENT");
    assertThat(settled("second")).containsExactly("late PARTIAL");
  }

  @Example
  void aRosterThatChangesMakesTheNextRevision() {
    put("lesson", 0, 600, "ann");
    attendance.record(new Room().joined("ann", 0).left("ann", 600).finished(620).events());
    runAt(700);
    put("lesson", 0, 600, "ann", "bob");
    assertThat(runAt(800)).isOne();
    assertThat(revision("lesson")).isEqualTo(2);
    assertThat(settled("lesson")).containsExactly("ann PRESENT", "bob ABSENT");
  }
}
