package dev.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.store.memory.MemoryStore;
import dev.attendance.testkit.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** R24: a log that is too long to be rebuilt at once, by one thread or several. */
class RebuildInPartsTest {

  private static final int ROOMS = 12;
  private static final int EVENTS_A_ROOM = 3_000;

  private final MemoryStore store = new MemoryStore();
  private final Attendance attendance =
      Attendance.builder(store).clock(() -> Events.at(10_000)).foldExecutor(Runnable::run).build();

  @Test
  void r24_severalReadersComeToTheSameInTheSameOrder() {
    fill();
    List<RebuildRooms.Progress> alone = new ArrayList<>();
    List<RebuildRooms.Progress> together = new ArrayList<>();
    attendance.rebuild().everything("", alone::add);
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try {
      RebuildRooms.Progress last = attendance.rebuild().everything("", readers, 3, together::add);
      assertThat(last)
          .isEqualTo(
              new RebuildRooms.Progress(sid(ROOMS - 1), ROOMS, 0, (long) ROOMS * EVENTS_A_ROOM));
    } finally {
      readers.shutdownNow();
    }
    assertThat(together).hasSize(ROOMS).isEqualTo(alone);
  }

  @Test
  void aReaderThatIsRejectedEndsTheRun() {
    fill();
    Executor none =
        task -> {
          throw new RejectedExecutionException("no");
        };
    assertThatThrownBy(() -> attendance.rebuild().everything("", none, 2, told -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void r24_aRunGoesOnBehindTheSidItIsGiven() {
    fill();
    List<RebuildRooms.Progress> told = new ArrayList<>();
    assertThat(attendance.rebuild().everything(sid(3), Runnable::run, 2, told::add).rooms())
        .isEqualTo(ROOMS - 4);
    assertThat(told.get(0).roomSid()).isEqualTo(sid(4));
  }

  @Test
  void atLeastOneReadingMustBeUnderWay() {
    assertThatThrownBy(() -> attendance.rebuild().everything("", Runnable::run, 0, told -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ahead: must be at least 1");
  }

  private void fill() {
    for (int room = 0; room < ROOMS; room++) {
      Events events = Events.in(sid(room));
      List<AttendanceEvent> lesson = new ArrayList<>();
      for (int i = 0; i < EVENTS_A_ROOM / 2; i++) {
        lesson.add(events.joined("p" + i, i));
        lesson.add(events.left("p" + i, i + 1));
      }
      attendance.record(lesson);
    }
  }

  private static String sid(int room) {
    return "RM_" + (char) ('a' + room);
  }
}
