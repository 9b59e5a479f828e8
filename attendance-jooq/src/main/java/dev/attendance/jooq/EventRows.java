package dev.attendance.jooq;

import static dev.attendance.jooq.EventTable.DISCONNECT_REASON;
import static dev.attendance.jooq.EventTable.EVENT_ID;
import static dev.attendance.jooq.EventTable.HIDDEN;
import static dev.attendance.jooq.EventTable.IDENTITY;
import static dev.attendance.jooq.EventTable.JOINED_AT;
import static dev.attendance.jooq.EventTable.JOINED_AT_EXACT;
import static dev.attendance.jooq.EventTable.KIND;
import static dev.attendance.jooq.EventTable.OCCURRED_AT;
import static dev.attendance.jooq.EventTable.PARTICIPANT_KIND;
import static dev.attendance.jooq.EventTable.PARTICIPANT_NAME;
import static dev.attendance.jooq.EventTable.PARTICIPANT_SID;
import static dev.attendance.jooq.EventTable.RECEIVED_AT;
import static dev.attendance.jooq.EventTable.RECORDER;
import static dev.attendance.jooq.EventTable.ROOM_CREATED_AT;
import static dev.attendance.jooq.EventTable.ROOM_NAME;
import static dev.attendance.jooq.EventTable.ROOM_SID;
import static dev.attendance.jooq.EventTable.SOURCE;
import static dev.attendance.jooq.EventTable.TRACK_SID;
import static dev.attendance.jooq.EventTable.TRACK_SOURCE;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.EventKind;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RoomFinished;
import dev.attendance.event.RoomInstance;
import dev.attendance.event.RoomStarted;
import dev.attendance.event.RosterObserved;
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackSource;
import dev.attendance.event.TrackUnpublished;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Events to rows of {@link EventTable} and back. */
final class EventRows {

  static final Columns<AttendanceEvent> COLUMNS =
      Columns.<AttendanceEvent>of(EventTable.TABLE)
          .with(ROOM_SID, event -> event.header().room().sid())
          .with(SOURCE, event -> event.header().id().source())
          .with(EVENT_ID, event -> event.header().id().value())
          .with(KIND, event -> event.kind().name())
          .with(OCCURRED_AT, event -> event.header().occurredAt().toEpochMilli())
          .with(RECEIVED_AT, event -> event.header().receivedAt().toEpochMilli())
          .with(ROOM_NAME, event -> event.header().room().name())
          .with(
              ROOM_CREATED_AT,
              event -> event.header().room().createdAt().map(Instant::toEpochMilli).orElse(null))
          .with(
              PARTICIPANT_SID,
              event ->
                  EventParts.participant(event)
                      .map(Participant::sid)
                      .or(() -> EventParts.track(event).map(Track::participantSid))
                      .orElse(null))
          .with(
              IDENTITY,
              event ->
                  EventParts.participant(event)
                      .map(Participant::identity)
                      .or(() -> EventParts.track(event).map(Track::identity))
                      .orElse(null))
          .with(PARTICIPANT_NAME, participant(Participant::name))
          .with(PARTICIPANT_KIND, participant(participant -> participant.kind().name()))
          .with(HIDDEN, participant(Participant::hidden))
          .with(RECORDER, participant(Participant::recorder))
          .with(JOINED_AT, joinTime(time -> time.at().toEpochMilli()))
          .with(JOINED_AT_EXACT, joinTime(JoinTime::toTheMillisecond))
          .with(
              DISCONNECT_REASON,
              event -> EventParts.reason(event).map(DisconnectReason::name).orElse(null))
          .with(TRACK_SID, event -> EventParts.track(event).map(Track::sid).orElse(null))
          .with(
              TRACK_SOURCE,
              event -> EventParts.track(event).map(track -> track.source().name()).orElse(null));

  private EventRows() {}

  private static <V> Function<AttendanceEvent, @Nullable V> participant(
      Function<Participant, V> part) {
    return event -> EventParts.participant(event).map(part).orElse(null);
  }

  private static <V> Function<AttendanceEvent, @Nullable V> joinTime(Function<JoinTime, V> part) {
    return event ->
        EventParts.participant(event).flatMap(Participant::joinTime).map(part).orElse(null);
  }

  /** The event of a row; who was listed, where it is a poll, comes from another table. */
  static AttendanceEvent event(Row row, List<Participant> listed) {
    EventHeader header = header(row);
    return switch (EventKind.valueOf(row.get(KIND))) {
      case ROOM_STARTED -> new RoomStarted(header);
      case ROOM_FINISHED -> new RoomFinished(header);
      case PARTICIPANT_JOINED -> new ParticipantJoined(header, participant(row));
      case PARTICIPANT_LEFT -> new ParticipantLeft(header, participant(row), reason(row));
      case CONNECTION_ABORTED -> new ConnectionAborted(header, participant(row), reason(row));
      case TRACK_PUBLISHED -> new TrackPublished(header, track(row));
      case TRACK_UNPUBLISHED -> new TrackUnpublished(header, track(row));
      case ROSTER_OBSERVED -> new RosterObserved(header, listed);
    };
  }

  static EventId id(Row row) {
    return new EventId(row.get(SOURCE), row.get(EVENT_ID));
  }

  static EventHeader header(Row row) {
    return new EventHeader(
        id(row),
        new RoomInstance(
            row.get(ROOM_SID),
            row.get(ROOM_NAME),
            Optional.ofNullable(row.find(ROOM_CREATED_AT)).map(Instant::ofEpochMilli)),
        Instant.ofEpochMilli(row.get(OCCURRED_AT)),
        Instant.ofEpochMilli(row.get(RECEIVED_AT)));
  }

  private static Participant participant(Row row) {
    return new Participant(
        row.get(PARTICIPANT_SID),
        row.get(IDENTITY),
        row.get(PARTICIPANT_NAME),
        ParticipantKind.valueOf(row.get(PARTICIPANT_KIND)),
        row.get(HIDDEN),
        row.get(RECORDER),
        joinTime(row.find(JOINED_AT), row.find(JOINED_AT_EXACT)));
  }

  static Optional<JoinTime> joinTime(@Nullable Long at, @Nullable Boolean exact) {
    return at == null || exact == null
        ? Optional.empty()
        : Optional.of(new JoinTime(Instant.ofEpochMilli(at), exact));
  }

  private static DisconnectReason reason(Row row) {
    return DisconnectReason.valueOf(row.get(DISCONNECT_REASON));
  }

  private static Track track(Row row) {
    return new Track(
        row.get(TRACK_SID),
        row.get(PARTICIPANT_SID),
        row.get(IDENTITY),
        TrackSource.valueOf(row.get(TRACK_SOURCE)));
  }
}
