package dev.attendance.event;

/**
 * A participant's session closed without its media connection having come up. If the same session
 * was seen joined all the same, this is its end (R6).
 *
 * @param header id, room and times
 * @param participant who
 * @param reason why, as far as the server knows
 */
public record ConnectionAborted(
    EventHeader header, Participant participant, DisconnectReason reason)
    implements AttendanceEvent {

  @Override
  public EventKind kind() {
    return EventKind.CONNECTION_ABORTED;
  }
}
