package dev.attendance.testkit.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which node has which room; with Redis, rooms outlive their nodes. */
final class Nodes {

  private final Timeline time;
  private final Chance chance;
  private final boolean cluster;
  private final List<Node> nodes = new ArrayList<>();

  /** Where a room name leads to. */
  private final Map<String, HostedRoom> current = new HashMap<>();

  /** What Redis knows, or what a join in the very moment of closing finds. */
  private final Map<String, HostedRoom.Instance> stored = new HashMap<>();

  private final List<HostedRoom.Instance> instances = new ArrayList<>();

  Nodes(Timeline time, Chance chance, int count) {
    this.time = time;
    this.chance = chance;
    cluster = count > 1;
    for (int i = 0; i < count; i++) {
      nodes.add(new Node(i, cluster ? chance.between(-1000, 1000) : chance.between(-2000, 2000)));
      if (Math.abs(nodes.get(0).clockAhead - nodes.get(i).clockAhead) > 500) {
        chance.happened(Phenomenon.CLOCKS_APART);
      }
    }
  }

  boolean isCluster() {
    return cluster;
  }

  List<HostedRoom.Instance> instances() {
    return instances;
  }

  List<HostedRoom> rooms() {
    return List.copyOf(current.values());
  }

  /** A node that is up and in touch, or none. */
  @Nullable Node any() {
    List<Node> usable =
        nodes.stream().filter(node -> node.isUp(time.now()) && node.reachable).toList();
    return usable.isEmpty() ? null : chance.oneOf(usable);
  }

  /** A dead node comes back, with nothing of what it knew. */
  void restart(Node dead) {
    nodes.remove(dead);
    nodes.add(new Node(dead.number, dead.clockAhead));
  }

  /** The room of that name, started if need be; none if no node is up. */
  @Nullable HostedRoom room(String name, Consumer<HostedRoom> started) {
    HostedRoom room = current.get(name);
    if (room != null) {
      return room;
    }
    Node node = any();
    if (node == null) {
      return null;
    }
    HostedRoom.Instance instance = stored.get(name);
    if (instance == null) {
      instance =
          new HostedRoom.Instance("RM_" + instances.size(), name, time.now() + node.clockAhead);
      String sameName = name;
      if (instances.stream().anyMatch(other -> other.name.equals(sameName))) {
        chance.happened(Phenomenon.SEVERAL_INSTANCES);
      }
      instances.add(instance);
    }
    if (cluster) {
      stored.put(name, instance);
    }
    room = new HostedRoom(node, instance);
    node.rooms.add(room);
    current.put(name, room);
    started.accept(room);
    return room;
  }

  /** Its node lost it, without closing it. */
  void forget(HostedRoom room) {
    current.remove(room.instance.name, room);
  }

  /**
   * Its node closes it. If it is the one the name leads to, nothing is left of the instance, unless
   * somebody comes in the very moment.
   */
  void closed(HostedRoom room) {
    room.node.rooms.remove(room);
    if (!current.remove(room.instance.name, room)) {
      return;
    }
    room.instance.sessions.forEach(
        session -> session.listedUntil = Math.min(session.listedUntil, time.now()));
    stored.remove(room.instance.name);
    if (chance.percent(30)) {
      stored.put(room.instance.name, room.instance);
      time.in(300, () -> removeUnlessStartedAgain(room.instance));
    }
  }

  private void removeUnlessStartedAgain(HostedRoom.Instance instance) {
    HostedRoom now = current.get(instance.name);
    if (!cluster || now == null || now.instance != instance) {
      stored.remove(instance.name, instance);
    }
  }
}
