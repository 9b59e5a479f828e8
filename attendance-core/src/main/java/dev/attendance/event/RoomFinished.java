package dev.attendance.event;

/**
 * A server node closed the room instance. An upper bound only: other nodes may still have had
 * participants, and it comes some time after the last one left.
 *
 * @param header id, room and times
 */
public record RoomFinished(EventHeader header) implements AttendanceEvent {

  @Override
  public EventKind kind() {
    return EventKind.ROOM_FINISHED;
  }
}
