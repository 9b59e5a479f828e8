package dev.attendance;

import dev.attendance.cycle.RoomFacts;
import dev.attendance.session.RoomHistory;
import dev.attendance.session.Session;
import dev.attendance.session.SessionDirectory;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.Rooms;
import dev.attendance.time.Interval;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds which session claims which room instance. Nothing of it is stored: a plan that arrives
 * late, moves or goes changes the answer at once.
 */
final class Sessions {

  private final Rooms rooms;
  private final SessionDirectory directory;

  Sessions(Rooms rooms, SessionDirectory directory) {
    this.rooms = rooms;
    this.directory = directory;
  }

  /** The session with everything known of it; an ad hoc one only if no plan claims its room. */
  Optional<Session> session(SessionId id) {
    Optional<SessionPlan> plan = directory.plan(id);
    if (plan.isPresent()) {
      return Optional.of(planned(plan.get()));
    }
    return rooms
        .room(id.value())
        .filter(room -> plans(room.facts()).isEmpty())
        .map(room -> new Session(id, Optional.empty(), List.of(history(room.facts())), List.of()));
  }

  /** The sessions that claim a room instance: those planned, else the ad hoc one. */
  List<SessionId> claiming(RoomFacts room) {
    List<SessionPlan> plans = plans(room);
    return plans.isEmpty()
        ? List.of(new SessionId(room.sid()))
        : plans.stream().map(SessionPlan::id).toList();
  }

  private Session planned(SessionPlan plan) {
    List<RoomHistory> histories = new ArrayList<>();
    Set<Interval> others = new LinkedHashSet<>();
    for (String name : plan.roomNames()) {
      for (FoldedRoom room : rooms.rooms(name, plan.window())) {
        histories.add(history(room.facts()));
        plans(room.facts()).stream()
            .filter(other -> !other.id().equals(plan.id()))
            .forEach(other -> others.add(other.window()));
      }
    }
    return new Session(plan.id(), Optional.of(plan), histories, List.copyOf(others));
  }

  private List<SessionPlan> plans(RoomFacts room) {
    if (room.name().isEmpty()) {
      return List.of();
    }
    return directory.plans(room.name(), lifetime(room));
  }

  /** From when the room began to its last activity, inclusive. */
  static Interval lifetime(RoomFacts room) {
    return Interval.ofEpochMilli(
        room.beganAt(), Math.max(room.lastActivityAt(), room.beganAt()) + 1);
  }

  private RoomHistory history(RoomFacts room) {
    return new RoomHistory(room, rooms.marks(room.sid()), rooms.cycles(room.sid()));
  }
}
