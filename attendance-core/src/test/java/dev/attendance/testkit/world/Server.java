package dev.attendance.testkit.world;

import dev.attendance.event.DisconnectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The meeting server: sessions of its rooms, and what it tells of them. */
final class Server {

  private static final long DEPARTURE_TIMEOUT = 20_000;
  private static final long EMPTY_TIMEOUT = 300_000;

  private final Timeline time;
  private final Chance chance;
  private final Telling telling;
  private final Nodes nodes;
  private final List<Session> sessions = new ArrayList<>();
  private int tracks;

  Server(Timeline time, Chance chance, Telling telling, Nodes nodes) {
    this.time = time;
    this.chance = chance;
    this.telling = telling;
    this.nodes = nodes;
  }

  /** All sessions there ever were. */
  List<Session> sessions() {
    return sessions;
  }

  /** A new session; what the same identity had in that room on that node is evicted first. */
  @Nullable Session connect(Guest guest, Device device, String roomName) {
    HostedRoom room = nodes.room(roomName, this::started);
    if (room == null) {
      return null;
    }
    Session old = room.sessions.get(guest.identity());
    if (old != null) {
      if (!old.isGone() && old.up) {
        chance.happened(Phenomenon.EVICTED);
      }
      close(old, DisconnectReason.DUPLICATE_IDENTITY);
    }
    Session session = new Session(room, "PA_" + sessions.size(), guest, device, time.now());
    sessions.add(session);
    room.instance.sessions.add(session);
    room.sessions.put(guest.identity(), session);
    room.arrivals++;
    if (!room.isKeptOpen()) {
      closeIfIdle(room, EMPTY_TIMEOUT);
    }
    return session;
  }

  /** A room without anybody. */
  void createRoom(String roomName) {
    HostedRoom room = nodes.room(roomName, this::started);
    if (room != null && room.arrivals == 0) {
      chance.happened(Phenomenon.ROOM_WITHOUT_PARTICIPANT);
      closeIfIdle(room, EMPTY_TIMEOUT);
    }
  }

  private void started(HostedRoom room) {
    if (room.instance.starts++ > 0) {
      chance.happened(Phenomenon.ROOM_STARTED_AGAIN);
    }
    telling.roomStarted(room);
  }

  /** Its media connection is there. */
  void up(Session session) {
    session.up = true;
    session.listedFrom = time.now();
    for (Session other : session.room.instance.sessions) {
      if (other != session && other.guest.equals(session.guest)) {
        // The list is by identity.
        other.listedUntil = Math.min(other.listedUntil, time.now());
        if (!other.closed) {
          chance.happened(Phenomenon.JOINED_BEFORE_OLD_LEFT);
        }
      }
    }
  }

  void tellJoined(Session session) {
    if (session.closed && session.room.node.isUp(time.now())) {
      chance.happened(Phenomenon.JOINED_AFTER_END);
    }
    telling.joined(session);
  }

  void publish(Session session) {
    String track = "TR_" + tracks++;
    session.tracks.add(track);
    time.in(
        chance.between(0, 300),
        () -> {
          if (session.closed && session.room.node.isUp(time.now())) {
            chance.happened(Phenomenon.TRACK_AFTER_LEFT);
          }
          telling.published(session, track);
        });
  }

  void unpublish(Session session) {
    session.tracks.forEach(track -> telling.unpublished(session, track));
    session.tracks.clear();
  }

  void close(Session session, DisconnectReason reason) {
    if (session.closed) {
      return;
    }
    unpublish(session);
    endOf(session);
    session.toldAsAborted |= !session.up;
    telling.ended(session, reason);
    HostedRoom room = session.room;
    room.sessions.remove(session.guest.identity(), session);
    if (!room.isKeptOpen()) {
      closeIfIdle(room, DEPARTURE_TIMEOUT);
    }
    session.device.ended(session, reason);
  }

  private void endOf(Session session) {
    session.closed = true;
    session.ended = Math.min(session.goneSince, time.now());
    session.listedUntil = Math.min(session.listedUntil, time.now());
  }

  private void closeIfIdle(HostedRoom room, long after) {
    int arrivals = room.arrivals;
    time.in(
        after,
        () -> {
          if (!room.closed && room.arrivals == arrivals && !room.isKeptOpen()) {
            chance.happened(Phenomenon.IDLE_ROOM_CLOSED);
            closeRoom(room, DisconnectReason.ROOM_CLOSED);
          }
        });
  }

  void closeRoom(HostedRoom room, DisconnectReason reason) {
    if (room.closed || !room.node.isUp(time.now())) {
      return;
    }
    room.closed = true;
    nodes.closed(room);
    List<Session> open = new ArrayList<>(room.sessions.values());
    if (open.size() > 1 && chance.percent(30)) {
      straggle(open.remove(0), reason);
    }
    open.forEach(session -> close(session, reason));
    if (elsewhere(room).anyMatch(session -> session.up && !session.closed && !session.isGone())) {
      chance.happened(Phenomenon.EARLY_ROOM_FINISHED);
    }
    if (room.instance.finishes++ > 0) {
      chance.happened(Phenomenon.ROOM_FINISHED_AGAIN);
    }
    telling.roomFinished(room);
  }

  private static Stream<Session> elsewhere(HostedRoom room) {
    return room.instance.sessions.stream().filter(session -> session.room != room);
  }

  /** It is closing already as the room closes, and what is told of it comes a moment later. */
  private void straggle(Session session, DisconnectReason reason) {
    session.goneSince = Math.min(session.goneSince, time.now());
    time.in(
        chance.between(1, 400),
        () -> {
          if (!session.closed) {
            chance.happened(Phenomenon.LEFT_AFTER_ROOM_FINISHED);
            close(session, reason);
          }
        });
  }

  /** Without a word: its sessions are over, and are listed for ever where Redis holds the list. */
  void kill(Node node, boolean listedForEver) {
    chance.happened(Phenomenon.NODE_KILLED);
    node.diesAt = time.now();
    for (HostedRoom room : List.copyOf(node.rooms)) {
      room.closed = true;
      nodes.forget(room);
      List<Session> lost = List.copyOf(room.sessions.values());
      room.sessions.clear();
      for (Session session : lost) {
        long listedUntil = session.listedUntil;
        endOf(session);
        session.listedUntil = listedForEver ? listedUntil : session.listedUntil;
        session.device.ended(session, DisconnectReason.SERVER_SHUTDOWN);
      }
    }
  }

  /** In order, but without waiting for what it has told to be sent. */
  void stop(Node node) {
    chance.happened(Phenomenon.NODE_STOPPED);
    node.reachable = false;
    for (HostedRoom room : List.copyOf(node.rooms)) {
      closeRoom(room, DisconnectReason.SERVER_SHUTDOWN);
    }
    node.diesAt = time.now() + chance.between(1, 60);
  }

  /** Cut off from its clients and from whoever looks for a room; it notices by and by. */
  void isolate(Node node) {
    node.reachable = false;
    for (HostedRoom room : List.copyOf(node.rooms)) {
      nodes.forget(room);
      for (Session session : List.copyOf(room.sessions.values())) {
        if (!session.isGone()) {
          chance.happened(Phenomenon.FAILOVER);
          session.device.cutOff(session);
        }
      }
    }
  }
}
