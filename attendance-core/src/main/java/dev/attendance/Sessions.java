package dev.attendance;

import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.record.AttendancePolicy;
import dev.attendance.session.RoomHistory;
import dev.attendance.session.Session;
import dev.attendance.session.SessionDirectory;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.Rooms;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds which session claims which room instance. Nothing of it is stored: a plan that arrives
 * late, moves or goes changes the answer at once.
 */
final class Sessions {

  private final Rooms rooms;
  private final SessionDirectory directory;
  private final BlindSpots blindSpots;
  private final SessionPolicies policies;
  private final InstantSource clock;

  Sessions(
      Rooms rooms,
      SessionDirectory directory,
      BlindSpots blindSpots,
      SessionPolicies policies,
      InstantSource clock) {
    this.rooms = rooms;
    this.directory = directory;
    this.blindSpots = blindSpots;
    this.policies = policies;
    this.clock = clock;
  }

  /** The session with everything known of it; an ad hoc one only if no plan claims its room. */
  Optional<Session> session(SessionId id) {
    Optional<SessionPlan> plan = directory.plan(id);
    if (plan.isPresent()) {
      return Optional.of(planned(plan.get()));
    }
    return rooms
        .room(id.value())
        .filter(room -> plans(room).isEmpty())
        .map(room -> adHoc(id, room));
  }

  /**
   * What was lost last, the news of the room's own end among it, may have been of a time after all
   * that is known of the room.
   */
  private Session adHoc(SessionId id, FoldedRoom room) {
    Interval lifetime = lifetime(room, policies.of(id, room).openCycles().longestOpen());
    IntervalSet touching = blindSpots.touching(lifetime);
    Instant last = latest(lifetime.end(), touching.end().orElse(lifetime.end()));
    return new Session(
        id,
        Optional.empty(),
        List.of(history(room)),
        List.of(),
        touching.intersection(IntervalSet.of(new Interval(lifetime.start(), last))));
  }

  /**
   * Which sessions a note is about: that of its id or, if it is a room instance's, those that claim
   * it.
   */
  List<SessionId> noted(SessionId id) {
    Optional<FoldedRoom> room =
        directory.plan(id).isPresent() ? Optional.empty() : rooms.room(id.value());
    return room.map(this::claiming).orElse(List.of(id));
  }

  /** The same of a room instance that is known by its sid. */
  List<SessionId> claiming(String roomSid) {
    return rooms.room(roomSid).map(this::claiming).orElse(List.of());
  }

  /** The sessions that claim a room instance: those planned, else the ad hoc one. */
  List<SessionId> claiming(FoldedRoom room) {
    List<SessionPlan> plans = plans(room);
    return plans.isEmpty() ? List.of(adHoc(room)) : plans.stream().map(SessionPlan::id).toList();
  }

  /** What the session of a room instance is called that no plan claims. */
  static SessionId adHoc(FoldedRoom room) {
    return new SessionId(room.facts().sid());
  }

  private Session planned(SessionPlan plan) {
    List<RoomHistory> histories = new ArrayList<>();
    Set<Interval> others = new LinkedHashSet<>();
    List<Interval> lifetimes = new ArrayList<>();
    Duration longestOpen = policies.of(plan).openCycles().longestOpen();
    for (String name : plan.allRoomNames()) {
      for (FoldedRoom room : rooms.rooms(name, plan.window())) {
        Interval lifetime = lifetime(room, longestOpen);
        if (!lifetime.overlaps(plan.window())) {
          continue;
        }
        lifetimes.add(lifetime);
        histories.add(history(room));
        plans(room).stream()
            .filter(other -> !other.id().equals(plan.id()))
            .forEach(other -> others.add(other.window()));
      }
    }
    IntervalSet claimed =
        IntervalSet.unionOf(lifetimes)
            .difference(IntervalSet.unionOf(others))
            .union(IntervalSet.of(plan.window()));
    return new Session(
        plan.id(), Optional.of(plan), histories, List.copyOf(others), blindSpots(claimed));
  }

  private IntervalSet blindSpots(IntervalSet claimed) {
    Interval all = new Interval(claimed.start().orElseThrow(), claimed.end().orElseThrow());
    return blindSpots.touching(all).intersection(claimed);
  }

  /** Whether the session has a plan whose window ends later: it may be held again. */
  boolean isPlannedAfter(SessionId id, Instant instant) {
    return directory.plan(id).filter(plan -> plan.window().end().isAfter(instant)).isPresent();
  }

  /** The plans that claim a room instance. */
  List<SessionPlan> plans(FoldedRoom room) {
    String name = room.facts().name();
    if (name.isEmpty()) {
      return List.of();
    }
    return directory.plans(name, lifetime(room, AttendancePolicy.LONGEST_OPEN)).stream()
        .filter(plan -> claims(plan, room))
        .toList();
  }

  /** Its policy is asked for only if it matters, which is seldom. */
  private boolean claims(SessionPlan plan, FoldedRoom room) {
    return lifetime(room, Duration.ZERO).overlaps(plan.window())
        || (lifetime(room, AttendancePolicy.LONGEST_OPEN).overlaps(plan.window())
            && lifetime(room, policies.of(plan).openCycles().longestOpen())
                .overlaps(plan.window()));
  }

  /**
   * From when the room began to the last instant at which somebody may have been in it: its last
   * activity or, if not every end was reported, the last mark that bounds such a cycle, or now; but
   * no later than a policy believes in a cycle that is open.
   */
  private Interval lifetime(FoldedRoom room, Duration longestOpen) {
    Instant began = Instant.ofEpochMilli(room.facts().beganAt());
    Instant last = latest(began, Instant.ofEpochMilli(room.facts().lastActivityAt()));
    Instant believed = last.plus(longestOpen);
    if (longestOpen.isZero()) {
      return new Interval(began, last.plusMillis(1));
    }
    if (room.openCycles() > 0) {
      last = latest(last, earliest(believed, clock.instant()));
    } else if (room.inferredCycles() > 0) {
      last = latest(last, earliest(believed, lastMark(room.facts().sid()).orElse(last)));
    }
    return new Interval(began, last.plusMillis(1));
  }

  /** What is kept of a purged room, so that the same sessions claim it as before. */
  RoomFacts remains(FoldedRoom room) {
    RoomFacts facts = room.facts();
    return new RoomFacts(
        facts.sid(),
        facts.name(),
        facts.createdAt(),
        facts.lastStartedAt(),
        facts.firstEventAt(),
        lifetime(room, AttendancePolicy.LONGEST_OPEN).end().toEpochMilli() - 1);
  }

  private Optional<Instant> lastMark(String roomSid) {
    RoomMarks marks = rooms.marks(roomSid);
    return Stream.concat(marks.finishes().stream(), marks.polls().values().stream())
        .max(Comparator.naturalOrder());
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private RoomHistory history(FoldedRoom room) {
    // The counts were read before: what has come in meanwhile is counted next time.
    String sid = room.facts().sid();
    return new RoomHistory(
        room.facts(),
        rooms.marks(sid),
        rooms.cycles(sid),
        rooms.tracks(sid),
        room.events(),
        room.polls(),
        room.purged());
  }
}
