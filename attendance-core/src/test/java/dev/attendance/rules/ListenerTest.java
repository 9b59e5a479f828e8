package dev.attendance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.AttendanceListener;
import dev.attendance.RoomChange;
import dev.attendance.cycle.CycleId;
import dev.attendance.record.RevisionDiff;
import dev.attendance.record.SessionRevision;
import dev.attendance.session.SessionId;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;

/** A listener is told after the commit, and what it throws harms nobody. */
class ListenerTest {

  private final MemoryStore store = new MemoryStore();
  private final SettableTime time = new SettableTime();
  private final List<String> told = new ArrayList<>();

  private final AttendanceListener reading =
      new AttendanceListener() {
        @Override
        public void roomChanged(RoomChange change) {
          told.add(change.roomSid() + " has " + store.rooms().cycles(change.roomSid()).size());
        }

        @Override
        public void sessionSettled(SessionRevision revision, RevisionDiff diff) {
          told.add(
              "settled "
                  + store
                      .records()
                      .latest(revision.summary().id())
                      .map(SessionRevision::revision)
                      .orElse(0));
        }
      };

  private static final AttendanceListener THROWING =
      new AttendanceListener() {
        @Override
        public void roomChanged(RoomChange change) {
          throw new IllegalStateException("room");
        }

        @Override
        public void sessionSettled(SessionRevision revision, RevisionDiff diff) {
          throw new IllegalStateException("session");
        }
      };

  @Example
  void toldAfterTheCommitAndNotPreventedByAnotherThatThrows() {
    Attendance attendance =
        Attendance.builder(store).clock(time).listener(THROWING).listener(reading).build();
    assertThat(attendance.record(new Room().joined("ann", 0).left("ann", 9).finished(30).events()))
        .containsOnly(AppendOutcome.APPENDED);
    assertThat(store.folds().roomsToFold(1)).isEmpty();
    time.set(300);
    assertThat(attendance.calculateSessions().runOnce()).isOne();
    assertThat(attendance.calculateSessions().runOnce()).isZero();
    assertThat(told).containsExactly("RM_0 has 1", "settled 1");
    assertThat(attendance.report(new SessionId("RM_0")).orElseThrow().isFinal()).isTrue();
  }

  @Example
  void toldWhichCyclesAreKnownBetterNow() {
    Lesson lesson = new Lesson();
    lesson.told(new Room().joined("ann", 0).joined("bob", 0));
    lesson.told(new Room().joined("ann", 0));
    lesson.told(new Room().started(1).started(1).left("bob", 90));
    assertThat(lesson.changes)
        .extracting(RoomChange::cycles)
        .containsExactly(
            List.of(new CycleId("RM_0", "PA_ann"), new CycleId("RM_0", "PA_bob")),
            List.of(),
            List.of(new CycleId("RM_0", "PA_bob")));
  }
}
