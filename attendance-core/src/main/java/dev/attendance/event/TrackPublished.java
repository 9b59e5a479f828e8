package dev.attendance.event;

/**
 * A participant began to send a medium: it was there (R9).
 *
 * @param header id, room and times
 * @param track what and whose
 */
public record TrackPublished(EventHeader header, Track track) implements AttendanceEvent {

  @Override
  public EventKind kind() {
    return EventKind.TRACK_PUBLISHED;
  }
}
