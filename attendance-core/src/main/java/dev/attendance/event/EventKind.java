package dev.attendance.event;

/**
 * The kinds of {@link AttendanceEvent}, for exhaustive switches and for storage. Names are part of
 * the stored format: they are never renamed.
 */
public enum EventKind {
  /** {@link RoomStarted}. */
  ROOM_STARTED,
  /** {@link RoomFinished}. */
  ROOM_FINISHED,
  /** {@link ParticipantJoined}. */
  PARTICIPANT_JOINED,
  /** {@link ParticipantLeft}. */
  PARTICIPANT_LEFT,
  /** {@link ConnectionAborted}. */
  CONNECTION_ABORTED,
  /** {@link TrackPublished}. */
  TRACK_PUBLISHED,
  /** {@link TrackUnpublished}. */
  TRACK_UNPUBLISHED,
  /** {@link RosterObserved}. */
  ROSTER_OBSERVED
}
