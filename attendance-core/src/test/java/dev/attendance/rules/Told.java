package dev.attendance.rules;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RosterObserved;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackUnpublished;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What events say of one connection, for the oracles: filters over the list, nothing else. */
record Told(List<AttendanceEvent> events, String sid) {

  /** An end that was reported. */
  record End(Instant at, DisconnectReason reason, boolean left) {
    boolean onlyNoticed() {
      return reason == DisconnectReason.CONNECTION_TIMEOUT
          || reason == DisconnectReason.UNKNOWN_REASON;
    }

    boolean said() {
      return reason == DisconnectReason.CLIENT_INITIATED;
    }
  }

  static List<String> sids(AttendanceEvent event) {
    if (event instanceof TrackPublished published) {
      return List.of(published.track().participantSid());
    }
    if (event instanceof TrackUnpublished unpublished) {
      return List.of(unpublished.track().participantSid());
    }
    return participants(event).stream().map(Participant::sid).toList();
  }

  private static List<Participant> participants(AttendanceEvent event) {
    if (event instanceof ParticipantJoined joined) {
      return List.of(joined.participant());
    }
    if (event instanceof ParticipantLeft left) {
      return List.of(left.participant());
    }
    if (event instanceof ConnectionAborted aborted) {
      return List.of(aborted.participant());
    }
    return event instanceof RosterObserved poll ? poll.listed() : List.of();
  }

  /** In the order they were asked; of two asked at once the earlier answer first. */
  static List<RosterObserved> polls(List<AttendanceEvent> events) {
    return events.stream()
        .filter(RosterObserved.class::isInstance)
        .map(RosterObserved.class::cast)
        .sorted(
            Comparator.<RosterObserved, Instant>comparing(poll -> poll.header().occurredAt())
                .thenComparing(poll -> poll.header().receivedAt()))
        .toList();
  }

  /** When anybody is known to have been in the room; an attempt is not presence. */
  static List<Instant> presence(List<AttendanceEvent> events) {
    return events.stream()
        .filter(event -> !sids(event).isEmpty() && !(event instanceof ConnectionAborted))
        .map(event -> event.header().occurredAt())
        .toList();
  }

  private Stream<AttendanceEvent> about() {
    return events.stream().filter(event -> sids(event).contains(sid));
  }

  private List<Instant> times(Class<? extends AttendanceEvent> kind) {
    return about().filter(kind::isInstance).map(event -> event.header().occurredAt()).toList();
  }

  List<Instant> joins() {
    return times(ParticipantJoined.class);
  }

  List<Instant> lefts() {
    return times(ParticipantLeft.class);
  }

  List<Instant> published() {
    return times(TrackPublished.class);
  }

  List<Instant> unpublished() {
    return times(TrackUnpublished.class);
  }

  /** When the polls that listed it were asked. */
  List<Instant> listed() {
    return times(RosterObserved.class);
  }

  /** When the polls that listed it were answered. */
  List<Instant> answered() {
    return about()
        .filter(RosterObserved.class::isInstance)
        .map(event -> event.header().receivedAt())
        .toList();
  }

  List<Instant> joinTimes(boolean exact) {
    return about()
        .flatMap(event -> participants(event).stream())
        .filter(participant -> participant.sid().equals(sid))
        .flatMap(participant -> participant.joinTime().stream())
        .filter(time -> time.toTheMillisecond() == exact)
        .map(JoinTime::at)
        .toList();
  }

  List<End> ends() {
    List<End> ends = new ArrayList<>();
    for (AttendanceEvent event : about().toList()) {
      if (event instanceof ParticipantLeft left) {
        ends.add(new End(left.header().occurredAt(), left.reason(), true));
      } else if (event instanceof ConnectionAborted aborted) {
        ends.add(new End(aborted.header().occurredAt(), aborted.reason(), false));
      }
    }
    return ends;
  }

  /** Traces of one room keep the identity of a connection. */
  String identity() {
    AttendanceEvent any = about().findFirst().orElseThrow();
    if (any instanceof TrackPublished published) {
      return published.track().identity();
    }
    if (any instanceof TrackUnpublished unpublished) {
      return unpublished.track().identity();
    }
    return participants(any).stream()
        .filter(participant -> participant.sid().equals(sid))
        .findFirst()
        .orElseThrow()
        .identity();
  }
}
