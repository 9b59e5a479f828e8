package dev.attendance.testkit.world;

import static dev.attendance.event.DisconnectReason.CLIENT_INITIATED;
import static dev.attendance.event.DisconnectReason.CONNECTION_TIMEOUT;
import static dev.attendance.event.DisconnectReason.JOIN_FAILURE;
import static dev.attendance.event.DisconnectReason.MEDIA_FAILURE;
import static dev.attendance.event.DisconnectReason.PARTICIPANT_REMOVED;
import static dev.attendance.event.DisconnectReason.SIGNAL_CLOSE;

import dev.attendance.event.DisconnectReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client: comes, stays, loses its network, comes back, goes. */
final class Device {

  private final Timeline time;
  private final Chance chance;
  private final Server server;
  private final Guest guest;
  private String room = "";
  private long until;
  private @Nullable Session session;

  Device(Timeline time, Chance chance, Server server, Guest guest) {
    this.time = time;
    this.chance = chance;
    this.server = server;
    this.guest = guest;
  }

  /** Comes now to stay until then, if nothing comes between. */
  void visit(String roomName, long wanted) {
    if (session != null && !session.closed) {
      return;
    }
    room = roomName;
    until = wanted;
    connect();
  }

  private void connect() {
    Session before = session;
    if (time.now() >= until) {
      if (before != null && !before.isGone()) {
        server.close(before, CLIENT_INITIATED);
      }
      return;
    }
    Session connecting = server.connect(guest, this, room);
    if (before != null && !before.closed && !before.isGone()) {
      fallSilent(before); // It is with another node, where nothing evicts it.
    }
    session = connecting;
    if (connecting == null) {
      time.in(3000, this::connect);
    } else if (chance.percent(6)) {
      fail(connecting);
    } else {
      boolean brief = chance.percent(8);
      boolean slow = !brief && chance.percent(3);
      if (slow) {
        chance.happened(Phenomenon.SLOW_CONNECTION);
      }
      if (!brief && !slow && chance.percent(3)) {
        chance.happened(Phenomenon.SLOW_FIRST_ATTEMPT);
        time.in(200, this::connect);
        return;
      }
      long connect =
          brief
              ? chance.between(60, 300)
              : slow ? chance.between(20_000, 55_000) : chance.between(100, 3000);
      time.in(connect, () -> comeUp(connecting, brief));
    }
  }

  private void fail(Session connecting) {
    chance.happened(Phenomenon.NEVER_CAME_UP);
    if (chance.percent(50)) {
      time.in(60_000, () -> server.close(connecting, JOIN_FAILURE));
    } else {
      time.in(
          chance.between(500, 10_000),
          () -> {
            server.close(connecting, chance.oneOf(List.of(SIGNAL_CLOSE, CLIENT_INITIATED)));
            time.in(1000, () -> visit(room, until));
          });
    }
  }

  private void comeUp(Session connecting, boolean brief) {
    if (connecting.closed || connecting.isGone()) {
      return;
    }
    server.up(connecting);
    if (brief) {
      stayBriefly(connecting);
      return;
    }
    server.tellJoined(connecting);
    if (chance.percent(5)) {
      chance.happened(Phenomenon.JOINED_TWICE);
      time.in(chance.between(1, 900), () -> server.tellJoined(connecting));
    }
    if (!guest.keepsRoomOpen()) {
      return; // It stays until the room closes.
    }
    if (chance.percent(60)) {
      time.in(chance.between(200, 2000), () -> publish(connecting));
    }
    time.in(untilEnding(), () -> end(connecting));
  }

  /** Too short for the server to tell it in its usual order. */
  private void stayBriefly(Session brief) {
    chance.happened(Phenomenon.SUB_SECOND_STAY);
    long stay = chance.between(1, 500);
    DisconnectReason reason = CLIENT_INITIATED;
    switch ((int) chance.between(0, 3)) {
      case 0 -> {
        brief.toldAsAborted = true;
        reason = chance.oneOf(List.of(CLIENT_INITIATED, SIGNAL_CLOSE));
        time.in(stay + chance.between(1, 300), () -> server.tellJoined(brief));
      }
      case 1 -> {
        chance.happened(Phenomenon.ABORTED_THOUGH_UP);
        brief.toldAsAborted = true;
      }
      default -> {
        server.tellJoined(brief);
        if (chance.percent(30)) {
          publish(brief);
        }
      }
    }
    DisconnectReason told = reason;
    time.in(
        stay,
        () -> {
          if (!brief.isGone()) {
            server.close(brief, told);
          }
        });
  }

  private long untilEnding() {
    long left = Math.max(1, until - time.now());
    return chance.percent(50) ? left : chance.between(1, left);
  }

  private void publish(Session own) {
    if (own.closed || own.isGone()) {
      return;
    }
    server.publish(own);
    if (chance.percent(30)) {
      time.in(
          chance.between(1000, 60_000),
          () -> {
            if (!own.closed && !own.isGone()) {
              chance.happened(Phenomenon.TRACK_TOGGLED);
              server.unpublish(own);
              time.in(chance.between(1000, 60_000), () -> publish(own));
            }
          });
    }
  }

  private void end(Session own) {
    if (own.closed || own.isGone()) {
      return;
    }
    if (chance.percent(3)) {
      chance.happened(Phenomenon.ABORTED_AFTER_JOINED);
      own.toldAsAborted = true;
    }
    // Whoever has stayed for as long as was wanted does not come back at once.
    int draw = (int) chance.between(0, time.now() >= until ? 69 : 99);
    if (draw < 45) {
      chance.happened(Phenomenon.POLITE_LEAVE);
      server.close(own, CLIENT_INITIATED);
      if (chance.percent(40)) {
        time.in(chance.between(1000, 120_000), () -> visit(room, until));
      }
    } else if (draw < 70) {
      loseNetwork(own);
    } else if (draw < 78) {
      chance.happened(Phenomenon.FULL_RECONNECT);
      server.close(own, CLIENT_INITIATED);
      time.in(74, this::connect);
    } else if (draw < 84) {
      chance.happened(Phenomenon.STATE_MISMATCH);
      server.close(own, DisconnectReason.STATE_MISMATCH);
      time.in(chance.between(100, 500), this::connect);
    } else if (draw < 91) {
      connect(); // In another window; this one is evicted.
    } else if (draw < 96) {
      chance.happened(Phenomenon.REMOVED);
      server.close(own, PARTICIPANT_REMOVED);
    } else {
      chance.happened(Phenomenon.MEDIA_FAILURE);
      server.close(own, MEDIA_FAILURE);
    }
  }

  private void loseNetwork(Session own) {
    long goneSince = fallSilent(own);
    long soon = chance.between(1000, 14_000);
    switch ((int) chance.between(0, 4)) {
      case 0 ->
          time.in(
              soon,
              () -> {
                if (!own.closed && own.goneSince == goneSince && own.room.node.reachable) {
                  chance.happened(Phenomenon.RESUMED);
                  own.goneSince = Node.NEVER;
                  time.in(untilEnding(), () -> end(own));
                }
              });
      case 1 ->
          time.in(
              soon,
              () -> {
                if (!own.closed) {
                  chance.happened(Phenomenon.BACK_BEFORE_NOTICED);
                  connect();
                }
              });
      case 2 -> time.in(chance.between(25_000, 60_000), () -> visit(room, until));
      case 3 ->
          time.in(
              soon,
              () -> {
                if (!own.closed) {
                  chance.happened(Phenomenon.REMOVED_WHEN_GONE);
                  server.close(own, PARTICIPANT_REMOVED);
                }
              });
      default -> {} // Never comes back.
    }
  }

  /** The server notices after 15 to 21 seconds, if nothing else comes first. */
  private long fallSilent(Session own) {
    long since = time.now();
    own.goneSince = since;
    time.in(
        chance.between(15_000, 21_000),
        () -> {
          if (!own.closed && own.goneSince == since) {
            chance.happened(Phenomenon.CONNECTION_TIMEOUT);
            server.close(own, CONNECTION_TIMEOUT);
          }
        });
    return since;
  }

  /** The node is out of reach: goes to another one. */
  void cutOff(Session own) {
    fallSilent(own);
    if (chance.percent(80)) {
      time.in(chance.between(1000, 10_000), this::connect);
    }
  }

  /** The server ended it, or died. Whoever wanted to stay comes back, most often. */
  void ended(Session own, DisconnectReason reason) {
    boolean roomIsGone =
        switch (reason) {
          case ROOM_DELETED, ROOM_CLOSED, SERVER_SHUTDOWN -> true;
          default -> false;
        };
    if (roomIsGone && own == session && !own.isGone() && chance.percent(70)) {
      time.in(
          chance.percent(40) ? chance.between(1, 250) : chance.between(1000, 30_000),
          () -> visit(room, until));
    }
  }
}
