package dev.attendance.cycle;

import static dev.attendance.cycle.CycleFacts.ABSENT;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.EventHeader;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RosterObserved;
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackUnpublished;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one event tells: about the room, about its marks, about cycles.
 *
 * @param room what it tells of the room
 * @param marks what it adds to the room's marks
 * @param cycles what it tells of cycles, each once
 */
public record EventFacts(RoomFacts room, RoomMarks marks, List<CycleFacts> cycles) {

  /** Copies the list. */
  public EventFacts {
    cycles = List.copyOf(cycles);
  }

  /**
   * {@return what {@code event} tells}
   *
   * @param event any event
   */
  public static EventFacts of(AttendanceEvent event) {
    EventHeader header = event.header();
    long at = header.occurredAt().toEpochMilli();
    return switch (event.kind()) {
      case ROOM_STARTED -> new EventFacts(room(header, at, ABSENT), RoomMarks.NONE, List.of());
      case ROOM_FINISHED -> new EventFacts(room(header, ABSENT, ABSENT), finish(header), List.of());
      case PARTICIPANT_JOINED -> {
        Participant who = ((ParticipantJoined) event).participant();
        yield participant(header, at, new Sighting(header, who).joined());
      }
      case PARTICIPANT_LEFT -> {
        ParticipantLeft left = (ParticipantLeft) event;
        ReportedEnd end = new ReportedEnd(header.occurredAt(), left.reason());
        yield participant(header, at, new Sighting(header, left.participant()).left(end));
      }
      case CONNECTION_ABORTED -> {
        ConnectionAborted aborted = (ConnectionAborted) event;
        ReportedEnd end = new ReportedEnd(header.occurredAt(), aborted.reason());
        yield participant(header, ABSENT, new Sighting(header, aborted.participant()).aborted(end));
      }
      case TRACK_PUBLISHED ->
          participant(header, at, track(header, ((TrackPublished) event).track(), at, ABSENT));
      case TRACK_UNPUBLISHED ->
          participant(header, at, track(header, ((TrackUnpublished) event).track(), ABSENT, at));
      case ROSTER_OBSERVED -> poll(header, at, ((RosterObserved) event).listed());
    };
  }

  private static EventFacts participant(EventHeader header, long presentAt, CycleFacts cycle) {
    return new EventFacts(room(header, ABSENT, presentAt), RoomMarks.NONE, List.of(cycle));
  }

  private static EventFacts poll(EventHeader header, long at, List<Participant> listed) {
    TreeMap<Instant, Instant> polls = new TreeMap<>();
    polls.put(header.occurredAt(), header.receivedAt());
    return new EventFacts(
        room(header, ABSENT, listed.isEmpty() ? ABSENT : at),
        new RoomMarks(RoomMarks.NONE.finishes(), polls),
        listed.stream().map(who -> new Sighting(header, who).listed()).toList());
  }

  private static RoomMarks finish(EventHeader header) {
    TreeSet<Instant> finishes = new TreeSet<>();
    finishes.add(header.occurredAt());
    return new RoomMarks(finishes, RoomMarks.NONE.polls());
  }

  private static RoomFacts room(EventHeader header, long startedAt, long presentAt) {
    return new RoomFacts(
        header.room().sid(),
        header.room().name(),
        header.room().createdAt().map(Instant::toEpochMilli).orElse(ABSENT),
        startedAt,
        header.occurredAt().toEpochMilli(),
        presentAt);
  }

  private static CycleFacts track(
      EventHeader header, Track track, long publishedAt, long unpublishedAt) {
    return new CycleFacts(
        new CycleId(header.room().sid(), track.participantSid()),
        ParticipantProfile.of(track.identity()),
        ABSENT,
        ABSENT,
        ABSENT,
        ABSENT,
        Optional.empty(),
        Optional.empty(),
        header.occurredAt().toEpochMilli(),
        publishedAt,
        unpublishedAt,
        ABSENT,
        ABSENT);
  }

  /** A participant described by an event: what remains is what the event says of it. */
  private record Sighting(EventHeader header, Participant participant) {

    CycleFacts joined() {
      return facts(at(), Optional.empty(), Optional.empty(), ABSENT);
    }

    CycleFacts left(ReportedEnd end) {
      return facts(ABSENT, Optional.of(end), Optional.empty(), ABSENT);
    }

    CycleFacts aborted(ReportedEnd end) {
      return facts(ABSENT, Optional.empty(), Optional.of(end), ABSENT);
    }

    CycleFacts listed() {
      return facts(ABSENT, Optional.empty(), Optional.empty(), at());
    }

    private long at() {
      return header.occurredAt().toEpochMilli();
    }

    private long joinTime(boolean exact) {
      return participant
          .joinTime()
          .filter(time -> time.toTheMillisecond() == exact)
          .map(JoinTime::at)
          .map(Instant::toEpochMilli)
          .orElse(ABSENT);
    }

    private CycleFacts facts(
        long joinedEventAt,
        Optional<ReportedEnd> left,
        Optional<ReportedEnd> aborted,
        long listedAt) {
      return new CycleFacts(
          new CycleId(header.room().sid(), participant.sid()),
          ParticipantProfile.of(participant),
          at(),
          joinTime(true),
          joinTime(false),
          joinedEventAt,
          left,
          aborted,
          ABSENT,
          ABSENT,
          ABSENT,
          listedAt,
          listedAt);
    }
  }
}
