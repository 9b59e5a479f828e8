package dev.attendance.testkit.world;

import java.util.ArrayList;
import java.util.List;

/** One life of a server node: from a start to its end. */
final class Node {

  static final long NEVER = Long.MAX_VALUE;

  final int number;

  /** How far its clock is ahead of the true time. */
  final long clockAhead;

  final List<HostedRoom> rooms = new ArrayList<>();
  boolean reachable = true;
  long diesAt = NEVER;

  Node(int number, long clockAhead) {
    this.number = number;
    this.clockAhead = clockAhead;
  }

  boolean isUp(long now) {
    return now < diesAt;
  }
}
