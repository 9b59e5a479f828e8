package dev.attendance.event;

/** LiveKit's {@code DisconnectReason}. Names are part of the stored format. */
public enum DisconnectReason {
  /** No reason was given, or the server is too old to give one. */
  UNKNOWN_REASON,
  /** The client said goodbye. */
  CLIENT_INITIATED,
  /** The same identity connected anew. */
  DUPLICATE_IDENTITY,
  /** The server node stopped. */
  SERVER_SHUTDOWN,
  /** Removed by the room-service API. */
  PARTICIPANT_REMOVED,
  /** The room was deleted. */
  ROOM_DELETED,
  /** The server forced a full reconnect. */
  STATE_MISMATCH,
  /** The connection never came up. */
  JOIN_FAILURE,
  /** Moved to another node. */
  MIGRATION,
  /** The signal connection closed before media came up. */
  SIGNAL_CLOSE,
  /** The room was closed as idle. */
  ROOM_CLOSED,
  /** A called party did not answer. */
  USER_UNAVAILABLE,
  /** A called party declined. */
  USER_REJECTED,
  /** The telephone trunk failed. */
  SIP_TRUNK_FAILURE,
  /** The server noticed that nothing came any more. */
  CONNECTION_TIMEOUT,
  /** Media failed. */
  MEDIA_FAILURE,
  /** An agent failed. */
  AGENT_ERROR,
  /** A reason this version does not know. */
  UNRECOGNIZED
}
