package dev.attendance.event;

/**
 * A participant's medium ended, by its own doing or because its session closed (R9).
 *
 * @param header id, room and times
 * @param track what and whose
 */
public record TrackUnpublished(EventHeader header, Track track) implements AttendanceEvent {

  @Override
  public EventKind kind() {
    return EventKind.TRACK_UNPUBLISHED;
  }
}
