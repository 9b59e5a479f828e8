package dev.attendance.testkit;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RosterObserved;
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackUnpublished;
import java.util.List;
import java.util.Optional;

/** Who an event is about. */
final class Participants {

  private Participants() {}

  static List<Participant> in(AttendanceEvent event) {
    if (event instanceof ParticipantJoined joined) {
      return List.of(joined.participant());
    }
    if (event instanceof ParticipantLeft left) {
      return List.of(left.participant());
    }
    if (event instanceof ConnectionAborted aborted) {
      return List.of(aborted.participant());
    }
    if (event instanceof TrackPublished published) {
      return List.of(of(published.track()));
    }
    if (event instanceof TrackUnpublished unpublished) {
      return List.of(of(unpublished.track()));
    }
    return event instanceof RosterObserved poll ? poll.listed() : List.of();
  }

  private static Participant of(Track track) {
    return new Participant(
        track.participantSid(),
        track.identity(),
        "",
        ParticipantKind.STANDARD,
        false,
        false,
        Optional.empty());
  }

  static Participant renamed(Participant who, String identity) {
    return new Participant(
        who.sid(), identity, "", who.kind(), who.hidden(), who.recorder(), who.joinTime());
  }
}
