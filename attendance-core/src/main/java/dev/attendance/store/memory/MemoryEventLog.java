package dev.attendance.store.memory;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.store.AppendOutcome;
import dev.attendance.store.Delivery;
import dev.attendance.store.EventLog;
import dev.attendance.store.RawBodyStorage;
import java.util.ArrayList;
import java.util.List;

/** The log of {@link MemoryStore}. */
final class MemoryEventLog implements EventLog {

  private final MemoryRooms rooms;
  private final RawBodyStorage bodies;

  MemoryEventLog(MemoryRooms rooms, RawBodyStorage bodies) {
    this.rooms = rooms;
    this.bodies = bodies;
  }

  @Override
  public List<AppendOutcome> appendDelivered(List<Delivery> deliveries) {
    // Refuses a missing element before anything is appended.
    List<Delivery> batch = deliveries.stream().map(delivery -> delivery.keptBy(bodies)).toList();
    return rooms.locked(
        kept ->
            batch.stream()
                .map(
                    delivery ->
                        kept.at(delivery.event().header().room().sid()).append(delivery)
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
