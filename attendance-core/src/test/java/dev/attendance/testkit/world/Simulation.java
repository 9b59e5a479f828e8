package dev.attendance.testkit.world;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.ParticipantKind;
import dev.attendance.testkit.world.Telling.Told;
import dev.attendance.testkit.world.Telling.Version;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of a world: who comes when, and what befalls the server and our receiver. */
final class Simulation {

  private static final Comparator<AttendanceEvent> BY_RECEIPT =
      Comparator.<AttendanceEvent, Instant>comparing(event -> event.header().receivedAt())
          .thenComparing(event -> event.header().id());

  private final WorldScale scale;
  private final Chance chance;
  private final Timeline time = new Timeline();
  private final long length;
  private final Telling telling;
  private final Nodes nodes;
  private final Server server;
  private final IntervalSet away;

  Simulation(WorldScale scale, long seed) {
    this.scale = scale;
    chance = new Chance(seed);
    length = Duration.ofMinutes(scale.minutes()).toMillis();
    telling = new Telling(time, version(), World.START);
    nodes = new Nodes(time, chance, scale.nodes());
    server = new Server(time, chance, telling, nodes);
    away = away();
  }

  private Version version() {
    if (chance.percent(70)) {
      return Version.MODERN;
    }
    boolean seconds = chance.percent(70);
    chance.happened(seconds ? Phenomenon.JOIN_TIME_IN_SECONDS : Phenomenon.NO_JOIN_TIME);
    return seconds ? Version.SECONDS : Version.NO_JOIN_TIMES;
  }

  private IntervalSet away() {
    List<Interval> times = new ArrayList<>();
    for (long i = chance.between(0, 2); i > 0; i--) {
      chance.happened(Phenomenon.RECEIVER_AWAY);
      Instant from = World.START.plusMillis(chance.between(0, length));
      times.add(new Interval(from, from.plusMillis(chance.between(2000, 180_000))));
    }
    return IntervalSet.unionOf(times);
  }

  private boolean isAway(Instant at) {
    return away.intervals().stream().anyMatch(interval -> interval.contains(at));
  }

  World run() {
    Poller poller = new Poller(time, chance, telling, nodes, World.START, this::isAway);
    long polled = length + Duration.ofMinutes(12).toMillis();
    for (long at = chance.between(0, 59_999); at < polled; at += 60_000) {
      time.in(at, poller::poll);
    }
    invite();
    disturb();
    time.run();

    Notifier notifier = new Notifier(chance, World.START, away);
    telling.told().forEach(notifier::send);
    List<AttendanceEvent> delivered = new ArrayList<>(notifier.received());
    List<AttendanceEvent> told = new ArrayList<>();
    for (Told event : telling.told()) {
      told.add(event.event().apply(World.START.plusMillis(event.at() + 200)));
    }
    delivered.addAll(poller.answers());
    told.addAll(poller.answers());
    delivered.sort(BY_RECEIPT);
    told.sort(BY_RECEIPT);
    return new World(
        scale,
        server.sessions().stream().filter(session -> session.up).map(this::truth).toList(),
        told,
        delivered,
        away,
        World.START.plusMillis(Math.max(time.now(), polled)),
        chance.count());
  }

  private TrueConnection truth(Session session) {
    Node node = session.room.node;
    return new TrueConnection(
        session.room.instance.sid,
        session.sid,
        session.guest.identity(),
        session.guest.person(),
        new Interval(telling.at(node, session.began), telling.at(node, session.ended)));
  }

  private void invite() {
    for (int i = 0; i < scale.persons(); i++) {
      String person = "person-" + i;
      comeAndGo(new Guest(person, person, ParticipantKind.STANDARD, false, false));
      if (chance.percent(30)) {
        chance.happened(Phenomenon.TWO_DEVICES);
        comeAndGo(new Guest(person + "-phone", person, ParticipantKind.STANDARD, false, false));
      }
    }
    if (chance.percent(30)) {
      chance.happened(Phenomenon.HIDDEN_PARTICIPANT);
      comeAndGo(new Guest("observer", "observer", ParticipantKind.STANDARD, true, false));
    }
    if (chance.percent(25)) {
      chance.happened(Phenomenon.AGENT);
      comeAndGo(new Guest("agent", "agent", ParticipantKind.AGENT, false, false));
    }
    if (chance.percent(25)) {
      chance.happened(Phenomenon.RECORDER);
      comeAndGo(new Guest("EG_recorder", "EG_recorder", ParticipantKind.EGRESS, true, true));
    }
  }

  private void comeAndGo(Guest guest) {
    Device device = new Device(time, chance, server, guest);
    for (long visit = chance.between(1, 3); visit > 0; visit--) {
      long from = chance.between(0, length * 4 / 5);
      long until = chance.between(from + 1, length);
      String room = chance.percent(75) ? "math" : "breakout";
      time.in(from, () -> device.visit(room, until));
    }
  }

  private void disturb() {
    if (chance.percent(10)) {
      time.in(chance.between(0, length), () -> server.createRoom("empty"));
    }
    if (chance.percent(30)) {
      time.in(chance.between(0, length), this::deleteRoom);
    }
    if (chance.percent(25)) {
      time.in(chance.between(0, length), () -> endNode(true));
    }
    if (chance.percent(10)) {
      time.in(chance.between(0, length), () -> endNode(false));
    }
    if (nodes.isCluster() && chance.percent(50)) {
      time.in(chance.between(0, length), this::isolateNode);
    }
  }

  private void deleteRoom() {
    List<HostedRoom> rooms = nodes.rooms();
    if (!rooms.isEmpty()) {
      HostedRoom room = chance.oneOf(rooms);
      if (room.isKeptOpen()) {
        chance.happened(Phenomenon.ROOM_DELETED);
      }
      server.closeRoom(room, DisconnectReason.ROOM_DELETED);
    }
  }

  /** One that has a room, if there is one. */
  private @Nullable Node busyNode() {
    List<HostedRoom> rooms = nodes.rooms();
    return rooms.isEmpty() ? nodes.any() : chance.oneOf(rooms).node;
  }

  private void endNode(boolean killed) {
    Node node = busyNode();
    if (node != null && node.reachable) {
      if (killed) {
        server.kill(node, nodes.isCluster());
      } else {
        server.stop(node);
      }
      time.in(chance.between(5000, 30_000), () -> nodes.restart(node));
    }
  }

  private void isolateNode() {
    Node node = busyNode();
    if (node != null && node.reachable) {
      server.isolate(node);
      time.in(chance.between(60_000, 120_000), () -> node.reachable = true);
    }
  }
}
