package dev.attendance.store.memory;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.EventLog;
import java.util.List;
import java.util.Optional;

/** The log of {@link MemoryStore}. */
final class MemoryEventLog implements EventLog {

  private final MemoryRooms rooms;

  MemoryEventLog(MemoryRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public List<AppendOutcome> append(List<? extends AttendanceEvent> events) {
    // Refuses a missing element before anything is appended.
    List<AttendanceEvent> batch = List.copyOf(events);
    return rooms.locked(
        kept ->
            batch.stream()
                .map(
                    event ->
                        kept.at(event.header().room().sid()).append(event)
                            ? AppendOutcome.APPENDED
                            : AppendOutcome.DUPLICATE)
                .toList());
  }

  @Override
  public List<AttendanceEvent> events(String roomSid) {
    return rooms.locked(kept -> kept.find(roomSid).log());
  }

  @Override
  public Optional<String> roomAfter(String roomSid) {
    return rooms.locked(
        kept -> kept.after(roomSid).filter(MemoryRoom::hasEvents).map(MemoryRoom::sid).findFirst());
  }

  @Override
  public void checkWritable() {
    // Memory can be written as long as the process runs.
  }
}
