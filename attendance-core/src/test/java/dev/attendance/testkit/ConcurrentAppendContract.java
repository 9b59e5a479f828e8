package dev.attendance.testkit;

import static dev.attendance.store.AppendOutcome.APPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.EventLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What {@link EventLog} promises to several writers at once, on one node and on two. */
public interface ConcurrentAppendContract extends StoreUnderTest {

  @Test
  default void ofSeveralWritersOfAnEventExactlyOneAppendsIt() {
    List<AttendanceStore> nodes = List.of(store(), secondNode());
    for (int round = 0; round < 25; round++) {
      AttendanceEvent event = Events.in("RM_" + round).started(1);
      List<Callable<AppendOutcome>> writers = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        AttendanceStore node = nodes.get(writer % 2);
        writers.add(() -> node.events().append(List.of(event)).get(0));
      }
      assertThat(Together.run(writers)).containsOnlyOnce(APPENDED).hasSize(4);
      assertThat(store().events().events("RM_" + round)).containsExactly(event);
    }
  }

  @Test
  default void overlappingBatchesInAnyOrderNeitherFailNorLoseAnEvent() {
    List<AttendanceStore> nodes = List.of(store(), secondNode());
    for (int round = 0; round < 10; round++) {
      List<AttendanceEvent> all = new ArrayList<>();
      for (int room = 0; room < 3; room++) {
        Events events = Events.in("RM_" + round + "_" + room);
        for (int i = 0; i < 20; i++) {
          all.add(events.joined("p" + i, i));
        }
      }
      List<Callable<List<AppendOutcome>>> writers = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        AttendanceStore node = nodes.get(writer % 2);
        List<AttendanceEvent> batch = new ArrayList<>(all);
        Collections.shuffle(batch, new Random(100L * round + writer));
        writers.add(() -> node.events().append(batch));
      }
      long appended =
          Together.run(writers).stream()
              .flatMap(List::stream)
              .filter(outcome -> outcome == APPENDED)
              .count();
      assertThat(appended).isEqualTo(all.size());
      for (int room = 0; room < 3; room++) {
        assertThat(store().events().events("RM_" + round + "_" + room)).hasSize(20);
      }
    }
  }
}
