package dev.attendance.jooq.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventId;
import dev.attendance.session.SessionId;
import dev.attendance.store.AttendanceStore;
import dev.attendance.store.memory.MemoryStore;
import dev.attendance.testkit.Events;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What must hold of a store after whatever happened to it. */
final class Afterwards {

  private static final Instant LATER = Events.at(86_400);

  private final Traffic traffic;
  private final AttendanceStore store;
  private final Attendance attendance;

  Afterwards(Traffic traffic, AttendanceStore store) {
    this.traffic = traffic;
    this.store = store;
    this.attendance = Attendance.builder(store).clock(() -> LATER).build();
  }

  /**
   * Every acknowledged event is there exactly once, what was kept of the rooms is what memory makes
   * of the same log, and once all was told again the answers are those of memory for the whole
   * traffic.
   */
  void check(Collection<AttendanceEvent> acknowledged) {
    nothingAcknowledgedIsLost(acknowledged);
    attendance.foldPending().runOnce();
    assertThat(store.folds().roomsToFold(1)).isEmpty();
    traffic.rooms().forEach(room -> agrees(room, store.events().events(room)));

    attendance.record(traffic.events());
    attendance.foldPending().runOnce();
    traffic.rooms().forEach(room -> agrees(room, ofRoom(traffic.events(), room)));
  }

  private void nothingAcknowledgedIsLost(Collection<AttendanceEvent> acknowledged) {
    for (String room : traffic.rooms()) {
      List<EventId> kept = store.events().events(room).stream().map(Events::id).toList();
      assertThat(kept)
          .doesNotHaveDuplicates()
          .containsAll(ofRoom(acknowledged, room).stream().map(Events::id).toList());
    }
  }

  private static List<AttendanceEvent> ofRoom(Collection<AttendanceEvent> events, String room) {
    return events.stream()
        .filter(event -> event.header().room().sid().equals(room))
        .distinct()
        .toList();
  }

  private void agrees(String room, List<AttendanceEvent> events) {
    MemoryStore memory = new MemoryStore();
    Attendance inMemory = Attendance.builder(memory).clock(() -> LATER).build();
    inMemory.record(events);
    assertThat(store.rooms().room(room).map(kept -> kept.facts()))
        .isEqualTo(memory.rooms().room(room).map(kept -> kept.facts()));
    assertThat(store.rooms().room(room).map(kept -> kept.openCycles()))
        .isEqualTo(memory.rooms().room(room).map(kept -> kept.openCycles()));
    assertThat(store.rooms().cycles(room))
        .containsExactlyInAnyOrderElementsOf(memory.rooms().cycles(room));
    assertThat(store.rooms().marks(room)).isEqualTo(memory.rooms().marks(room));
    SessionId session = new SessionId(room);
    assertThat(attendance.report(session)).isEqualTo(inMemory.report(session));
  }
}
