package dev.attendance.testkit.world;

import dev.attendance.event.ParticipantKind;

/**
 * Whoever connects: one device of a person, or a program.
 *
 * @param identity its identity in every room
 * @param person whose it is
 * @param kind what it is
 * @param hidden whether others cannot see it
 * @param recorder whether it is a recorder
 */
record Guest(
    String identity, String person, ParticipantKind kind, boolean hidden, boolean recorder) {

  /** Agents and recorders do not. */
  boolean keepsRoomOpen() {
    return kind != ParticipantKind.AGENT && kind != ParticipantKind.EGRESS;
  }
}
