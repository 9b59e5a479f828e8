package dev.attendance.jooq;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RosterObserved;
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackUnpublished;
import java.util.List;
import java.util.Optional;

/** What events have besides their headers: each kind some of it. */
final class EventParts {

  private EventParts() {}

  static Optional<Participant> participant(AttendanceEvent event) {
    return switch (event.kind()) {
      case PARTICIPANT_JOINED -> Optional.of(((ParticipantJoined) event).participant());
      case PARTICIPANT_LEFT -> Optional.of(((ParticipantLeft) event).participant());
      case CONNECTION_ABORTED -> Optional.of(((ConnectionAborted) event).participant());
      case ROOM_STARTED, ROOM_FINISHED, TRACK_PUBLISHED, TRACK_UNPUBLISHED, ROSTER_OBSERVED ->
          Optional.empty();
    };
  }

  static Optional<Track> track(AttendanceEvent event) {
    return switch (event.kind()) {
      case TRACK_PUBLISHED -> Optional.of(((TrackPublished) event).track());
      case TRACK_UNPUBLISHED -> Optional.of(((TrackUnpublished) event).track());
      case ROOM_STARTED,
          ROOM_FINISHED,
          PARTICIPANT_JOINED,
          PARTICIPANT_LEFT,
          CONNECTION_ABORTED,
          ROSTER_OBSERVED ->
          Optional.empty();
    };
  }

  static Optional<DisconnectReason> reason(AttendanceEvent event) {
    return switch (event.kind()) {
      case PARTICIPANT_LEFT -> Optional.of(((ParticipantLeft) event).reason());
      case CONNECTION_ABORTED -> Optional.of(((ConnectionAborted) event).reason());
      case ROOM_STARTED,
          ROOM_FINISHED,
          PARTICIPANT_JOINED,
          TRACK_PUBLISHED,
          TRACK_UNPUBLISHED,
          ROSTER_OBSERVED ->
          Optional.empty();
    };
  }

  static List<Participant> listed(AttendanceEvent event) {
    return event instanceof RosterObserved observed ? observed.listed() : List.of();
  }
}
