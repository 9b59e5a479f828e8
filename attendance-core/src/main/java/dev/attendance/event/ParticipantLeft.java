package dev.attendance.event;

/**
 * A participant's session closed after it had been up. Enough to rebuild the whole cycle, for it
 * carries the join time (R4).
 *
 * @param header id, room and times
 * @param participant who
 * @param reason why, as far as the server knows
 */
public record ParticipantLeft(EventHeader header, Participant participant, DisconnectReason reason)
    implements AttendanceEvent {

  @Override
  public EventKind kind() {
    return EventKind.PARTICIPANT_LEFT;
  }
}
