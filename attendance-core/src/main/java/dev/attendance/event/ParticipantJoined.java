package dev.attendance.event;

/**
 * A participant's media connection came up.
 *
 * @param header id, room and times
 * @param participant who
 */
public record ParticipantJoined(EventHeader header, Participant participant)
    implements AttendanceEvent {

  @Override
  public EventKind kind() {
    return EventKind.PARTICIPANT_JOINED;
  }
}
