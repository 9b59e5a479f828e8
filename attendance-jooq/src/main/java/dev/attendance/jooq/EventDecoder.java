package dev.attendance.jooq;

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
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Rows that begin with {@link EventRows#COLUMNS} to events. One for each result: what neighbours
 * have in common is made once.
 */
final class EventDecoder {

  private static final int ROOM_SID = position(EventTable.ROOM_SID);
  private static final int SOURCE = position(EventTable.SOURCE);
  private static final int EVENT_ID = position(EventTable.EVENT_ID);
  private static final int KIND = position(EventTable.KIND);
  private static final int OCCURRED_AT = position(EventTable.OCCURRED_AT);
  private static final int RECEIVED_AT = position(EventTable.RECEIVED_AT);
  private static final int ROOM_NAME = position(EventTable.ROOM_NAME);
  private static final int ROOM_CREATED_AT = position(EventTable.ROOM_CREATED_AT);
  private static final int PARTICIPANT_SID = position(EventTable.PARTICIPANT_SID);
  private static final int IDENTITY = position(EventTable.IDENTITY);
  private static final int PARTICIPANT_NAME = position(EventTable.PARTICIPANT_NAME);
  private static final int PARTICIPANT_KIND = position(EventTable.PARTICIPANT_KIND);
  private static final int HIDDEN = position(EventTable.HIDDEN);
  private static final int RECORDER = position(EventTable.RECORDER);
  private static final int JOINED_AT = position(EventTable.JOINED_AT);
  private static final int JOINED_AT_EXACT = position(EventTable.JOINED_AT_EXACT);
  private static final int DISCONNECT_REASON = position(EventTable.DISCONNECT_REASON);
  private static final int TRACK_SID = position(EventTable.TRACK_SID);
  private static final int TRACK_SOURCE = position(EventTable.TRACK_SOURCE);

  private static final Constants<EventKind> KINDS = Constants.of(EventKind.class);
  private static final Constants<ParticipantKind> PARTICIPANT_KINDS =
      Constants.of(ParticipantKind.class);
  private static final Constants<DisconnectReason> REASONS = Constants.of(DisconnectReason.class);
  private static final Constants<TrackSource> TRACK_SOURCES = Constants.of(TrackSource.class);

  /** Stands for "no such instant": none can be kept that is as early. */
  private static final long ABSENT = Long.MIN_VALUE;

  private @Nullable RoomInstance lastRoom;
  private long lastCreatedAt;

  private static int position(Field<?> column) {
    return EventRows.COLUMNS.fields().indexOf(column) + 1;
  }

  /** The event of a row. A poll lists nobody: whom it listed comes from another table. */
  AttendanceEvent event(Row row) {
    EventHeader header = header(row);
    return switch (row.constant(KIND, KINDS)) {
      case ROOM_STARTED -> new RoomStarted(header);
      case ROOM_FINISHED -> new RoomFinished(header);
      case PARTICIPANT_JOINED -> new ParticipantJoined(header, participant(row));
      case PARTICIPANT_LEFT -> new ParticipantLeft(header, participant(row), reason(row));
      case CONNECTION_ABORTED -> new ConnectionAborted(header, participant(row), reason(row));
      case TRACK_PUBLISHED -> new TrackPublished(header, track(row));
      case TRACK_UNPUBLISHED -> new TrackUnpublished(header, track(row));
      case ROSTER_OBSERVED -> new RosterObserved(header, List.of());
    };
  }

  EventId id(Row row) {
    return new EventId(row.text(SOURCE), row.text(EVENT_ID));
  }

  EventHeader header(Row row) {
    return new EventHeader(
        id(row),
        room(row),
        Instant.ofEpochMilli(row.number(OCCURRED_AT)),
        Instant.ofEpochMilli(row.number(RECEIVED_AT)));
  }

  private RoomInstance room(Row row) {
    String sid = row.text(ROOM_SID);
    String name = row.text(ROOM_NAME);
    long createdAt = row.numberOr(ROOM_CREATED_AT, ABSENT);
    RoomInstance room = lastRoom;
    if (room == null
        || lastCreatedAt != createdAt
        || !room.sid().equals(sid)
        || !room.name().equals(name)) {
      room = new RoomInstance(sid, name, instant(createdAt));
      lastRoom = room;
      lastCreatedAt = createdAt;
    }
    return room;
  }

  private static Optional<Instant> instant(long millis) {
    return millis == ABSENT ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static Participant participant(Row row) {
    return new Participant(
        row.text(PARTICIPANT_SID),
        row.text(IDENTITY),
        row.text(PARTICIPANT_NAME),
        row.constant(PARTICIPANT_KIND, PARTICIPANT_KINDS),
        row.flag(HIDDEN),
        row.flag(RECORDER),
        joinTime(row));
  }

  private static Optional<JoinTime> joinTime(Row row) {
    return instant(row.numberOr(JOINED_AT, ABSENT))
        .map(at -> new JoinTime(at, row.flag(JOINED_AT_EXACT)));
  }

  private static DisconnectReason reason(Row row) {
    return row.constant(DISCONNECT_REASON, REASONS);
  }

  private static Track track(Row row) {
    return new Track(
        row.text(TRACK_SID),
        row.text(PARTICIPANT_SID),
        row.text(IDENTITY),
        row.constant(TRACK_SOURCE, TRACK_SOURCES));
  }
}
