package dev.attendance.testkit.model;

import dev.attendance.Attendance;
import dev.attendance.Retention;
import dev.attendance.event.Participant;
import dev.attendance.store.AttendanceStore;
import dev.attendance.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/** An app on one node, with a clock and a meeting server of its own. Folds only when told to. */
final class App {

  private final AttendanceStore store;
  private final SettableClock clock;
  private final Attendance attendance;
  private Optional<List<Participant>> listed = Optional.empty();

  App(AttendanceStore store, SettableClock clock) {
    this.store = store;
    this.clock = clock;
    this.attendance =
        Attendance.builder(store)
            .clock(clock)
            .node("node")
            .liveRooms(room -> listed)
            .retention(new Retention(Duration.ofDays(2), Optional.of(Duration.ofDays(4))))
            .foldExecutor(
                fold -> {
                  throw new RejectedExecutionException("folded by the job");
                })
            .build();
  }

  AttendanceStore store() {
    return store;
  }

  SettableClock clock() {
    return clock;
  }

  Attendance attendance() {
    return attendance;
  }

  /** What the meeting server answers from now on; nothing: it does not. */
  void list(Optional<List<Participant>> participants) {
    listed = participants;
  }
}
