package dev.attendance;

import dev.attendance.cycle.CycleId;
import dev.attendance.session.SessionId;
import java.util.List;

/**
 * What a fold touched.
 *
 * @param roomSid the room instance
 * @param roomName its reusable name
 * @param sessions the sessions that claim the instance, planned or ad hoc
 * @param cycles the cycles of which more is known now, in the order of their keys
 */
public record RoomChange(
    String roomSid, String roomName, List<SessionId> sessions, List<CycleId> cycles) {

  /** Copies the lists. */
  public RoomChange {
    sessions = List.copyOf(sessions);
    cycles = List.copyOf(cycles);
  }
}
