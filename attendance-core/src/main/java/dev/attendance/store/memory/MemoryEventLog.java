package dev.attendance.store.memory;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.EventLog;
import java.util.ArrayList;
import java.util.List;

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
  public List<String> roomsAfter(String after, int limit) {
    return rooms.locked(
        kept -> {
          List<String> sids = new ArrayList<>();
          long size = 0;
          for (MemoryRoom room : kept.after(after).filter(MemoryRoom::hasEvents).toList()) {
            size += room.size();
            if (size > limit && !sids.isEmpty()) {
              break;
            }
            sids.add(room.sid());
          }
          return sids;
        });
  }

  @Override
  public void checkWritable() {
    // Memory can be written as long as the process runs.
  }
}
