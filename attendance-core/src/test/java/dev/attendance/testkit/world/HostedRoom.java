package dev.attendance.testkit.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A room instance as one node has it. */
final class HostedRoom {

  final Node node;
  final Instance instance;

  /** Those that are open, by identity. */
  final Map<String, Session> sessions = new LinkedHashMap<>();

  boolean closed;

  /** Counts who came, so that a room that filled again is not closed as idle. */
  int arrivals;

  HostedRoom(Node node, Instance instance) {
    this.node = node;
    this.instance = instance;
  }

  boolean isKeptOpen() {
    return sessions.values().stream().anyMatch(session -> session.guest.keepsRoomOpen());
  }

  /** One lifetime of a room, on whichever nodes. */
  static final class Instance {
    final String sid;
    final String name;
    final long createdAt;

    /** All sessions ever, on all nodes. */
    final List<Session> sessions = new ArrayList<>();

    int starts;
    int finishes;

    Instance(String sid, String name, long createdAt) {
      this.sid = sid;
      this.name = name;
      this.createdAt = createdAt;
    }
  }
}
