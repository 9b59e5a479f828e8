package dev.attendance.event;

/**
 * A server node set the room instance up. LiveKit may say so more than once for one instance, and
 * without any participant.
 *
 * @param header id, room and times
 */
public record RoomStarted(EventHeader header) implements AttendanceEvent {

  @Override
  public EventKind kind() {
    return EventKind.ROOM_STARTED;
  }
}
