package dev.attendance.event;

/** LiveKit's {@code ParticipantInfo.Kind}. Names are part of the stored format. */
public enum ParticipantKind {
  /** An ordinary client; LiveKit leaves it out of its JSON. */
  STANDARD,
  /** A stream brought in from outside. */
  INGRESS,
  /** A recorder or stream sent out. */
  EGRESS,
  /** A telephone. */
  SIP,
  /** A program that takes part. */
  AGENT,
  /** A participant of another messaging service. */
  CONNECTOR,
  /** A camera or device bridged in. */
  BRIDGE,
  /** A kind this version does not know. */
  UNRECOGNIZED
}
