package dev.attendance.event;

import java.util.Comparator;

/**
 * Something that happened in a room instance: told by the meeting server's webhook or observed by
 * asking it. Immutable; once in the log it is never changed.
 */
public sealed interface AttendanceEvent
    permits RoomStarted,
        RoomFinished,
        ParticipantJoined,
        ParticipantLeft,
        ConnectionAborted,
        TrackPublished,
        TrackUnpublished,
        RosterObserved {

  /**
   * The order in which a log is read: by {@code occurredAt}, then by id. It serves reading only; no
   * result depends on it (promise 2).
   */
  Comparator<AttendanceEvent> READING_ORDER =
      Comparator.<AttendanceEvent, java.time.Instant>comparing(event -> event.header().occurredAt())
          .thenComparing(event -> event.header().id());

  /** {@return id, room and times} */
  EventHeader header();

  /** {@return which of the permitted records this is} */
  EventKind kind();
}
