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
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.Track;
import java.time.Instant;
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

  static Optional<JoinTime> joinTime(@Nullable Long at, @Nullable Boolean exact) {
    return at == null || exact == null
        ? Optional.empty()
        : Optional.of(new JoinTime(Instant.ofEpochMilli(at), exact));
  }
}
