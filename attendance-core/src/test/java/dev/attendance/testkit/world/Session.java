package dev.attendance.testkit.world;

import java.util.ArrayList;
import java.util.List;

/** A connection as the server has it. Times are true ones. */
final class Session {

  final HostedRoom room;
  final String sid;
  final Guest guest;
  final Device device;
  final long began;
  final List<String> tracks = new ArrayList<>();

  boolean up;
  boolean closed;

  /** Whether its end is told as that of a connection that never came up. */
  boolean toldAsAborted;

  /** Since when the client is gone, unnoticed. */
  long goneSince = Node.NEVER;

  /** When the client was gone for good, or the server closed it. */
  long ended = Node.NEVER;

  long listedFrom = Node.NEVER;
  long listedUntil = Node.NEVER;

  Session(HostedRoom room, String sid, Guest guest, Device device, long began) {
    this.room = room;
    this.sid = sid;
    this.guest = guest;
    this.device = device;
    this.began = began;
  }

  boolean isGone() {
    return goneSince != Node.NEVER;
  }
}
