package dev.attendance.cycle;

import static dev.attendance.cycle.CycleFacts.ABSENT;

import java.time.Duration;
import java.time.Instant;

/** When cycles began (R2). */
final class CycleStarts {

  private final SourceTiming timing;
  private final SignsOfLife signs;

  CycleStarts(SourceTiming timing, SignsOfLife signs) {
    this.timing = timing;
    this.signs = signs;
  }

  /** The start of a cycle that was up. */
  Boundary start(RoomFacts room, CycleFacts cycle, Duration longestOpen) {
    if (cycle.joinedAtMillis() != ABSENT) {
      long at = cycle.joinedAtMillis();
      return new Boundary(at, at, at, Evidence.JOIN_TIME);
    }
    if (cycle.joinedAtSecond() != ABSENT) {
      Instant at = Instant.ofEpochMilli(cycle.joinedAtSecond());
      return new Boundary(at, at, timing.resolved(at), Evidence.JOIN_TIME_IN_SECONDS);
    }
    if (cycle.joinedEventAt() != ABSENT) {
      return inTheRoom(room, joinedEvent(cycle));
    }
    return firstSeen(room, cycle, longestOpen);
  }

  /** The event may be dated after what shows that the cycle had begun before. */
  private Boundary joinedEvent(CycleFacts cycle) {
    Instant at = Instant.ofEpochMilli(cycle.joinedEventAt());
    Instant latest = timing.resolved(at);
    long told = toldAt(cycle);
    if (told != ABSENT || cycle.firstListedAt() != ABSENT) {
      latest = Boundary.min(latest, begunBy(told, cycle.firstListedAt()));
    }
    Instant earliest = Boundary.min(at.minus(timing.connectLimit()), latest);
    return new Boundary(earliest, Boundary.min(at, latest), latest, Evidence.JOINED_EVENT);
  }

  /** When the server first told of anything but the joining. */
  private static long toldAt(CycleFacts cycle) {
    long told = cycle.firstTrackAt();
    return cycle.reportedEnd().isPresent()
        ? CycleFacts.first(told, cycle.reportedEnd().get().reportedAt())
        : told;
  }

  /** Nobody stays for longer than the policy believes, so it began at most so long before. */
  private Boundary firstSeen(RoomFacts room, CycleFacts cycle, Duration longestOpen) {
    long told = toldAt(cycle);
    Instant best = Instant.ofEpochMilli(CycleFacts.first(told, cycle.firstListedAt()));
    // Who is only listed may have been gone for as long before.
    Instant listed = Instant.ofEpochMilli(cycle.lastListedAt()).minus(longestOpen);
    Instant there = Boundary.max(Instant.ofEpochMilli(signs.provenUntilOrEnd(cycle)), listed);
    Instant believed = Boundary.min(there.minus(longestOpen), best);
    Instant latest = begunBy(told, cycle.firstListedAt());
    return inTheRoom(room, new Boundary(believed, best, latest, Evidence.FIRST_SEEN));
  }

  /** The server tells in its time, which it cuts; a listing is in ours. */
  private Instant begunBy(long told, long listed) {
    Instant byListing = Instant.ofEpochMilli(listed).plus(timing.clockTolerance());
    if (told == ABSENT) {
      return byListing;
    }
    Instant byTold = timing.resolved(Instant.ofEpochMilli(told));
    return listed == ABSENT ? byTold : Boundary.min(byTold, byListing);
  }

  /** A room has nobody in it before there is one. */
  private Boundary inTheRoom(RoomFacts room, Boundary start) {
    if (room.createdAt() == ABSENT) {
      return start;
    }
    Instant created = Instant.ofEpochMilli(room.createdAt()).minus(timing.betweenConnections());
    Instant from = Boundary.min(created, start.latest());
    return start.notBefore(new Boundary(from, from, from, start.evidence()));
  }
}
