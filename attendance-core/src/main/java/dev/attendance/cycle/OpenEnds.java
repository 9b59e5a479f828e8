package dev.attendance.cycle;

import static dev.attendance.cycle.CycleFacts.ABSENT;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What bounds the end of a cycle from above when the client itself did not say goodbye (R7, R8).
 * Every bound holds by itself, so the earliest one holds, and a fact more never widens what was
 * known. One that comes before what is proven is contradicted, and does not count. What is known of
 * the server is taken to its resolution, for a report of the end will be no more exact.
 */
final class OpenEnds {

  private static final Comparator<Limit> EARLIEST =
      Comparator.comparing(Limit::latest).thenComparing(Limit::evidence).thenComparing(Limit::best);

  private final SourceTiming timing;
  private final SignsOfLife signs;

  OpenEnds(SourceTiming timing, SignsOfLife signs) {
    this.timing = timing;
    this.signs = signs;
  }

  /** A cycle that was up, with its start worked out, and until when it was there for certain. */
  record Started(CycleFacts facts, Boundary start, Instant proven) {}

  /** An upper bound of an end, and the value to show for it. */
  record Limit(Instant best, Instant latest, Evidence evidence) {}

  /** The earliest bound, the clock and the policy aside. */
  Optional<Limit> limit(
      Started cycle, List<Started> sameIdentity, RoomFacts room, RoomMarks marks) {
    return Stream.of(
            nextCycle(cycle, sameIdentity),
            absentFromPolls(cycle, marks),
            finished(cycle, room, marks))
        .flatMap(Optional::stream)
        .min(EARLIEST);
  }

  /**
   * One identity is connected once. So another cycle of it that was there at some time after this
   * one began, began after this one ended. Its own start is no bound: if it was there after that,
   * just this contradicts it.
   */
  private Optional<Limit> nextCycle(Started cycle, List<Started> sameIdentity) {
    Duration apart = timing.betweenConnections();
    Instant begun = cycle.start().latest().plus(apart);
    @Nullable Limit next = null;
    for (Started other : sameIdentity) {
      if (other.proven().isAfter(begun)) {
        Instant latest = other.start().latest().plus(apart);
        Limit limit = new Limit(other.start().best(), timing.asToldBy(latest), Evidence.NEXT_CYCLE);
        boolean earlier = next == null || EARLIEST.compare(limit, next) < 0;
        if (earlier && !latest.isBefore(cycle.proven())) {
          next = limit;
        }
      }
    }
    return Optional.ofNullable(next);
  }

  /** R8: a single poll proves nothing; no later poll listed it, or the first would not count. */
  private Optional<Limit> absentFromPolls(Started cycle, RoomMarks marks) {
    Duration tolerance = timing.clockTolerance();
    Instant counted =
        Instant.ofEpochMilli(SignsOfLife.upBy(cycle.facts()))
            .plus(tolerance)
            .plus(timing.pollSpacing());
    Instant afterListing = Instant.ofEpochMilli(cycle.facts().lastListedAt() + 1);
    Instant uncontradicted = cycle.proven().minus(tolerance);
    var asked =
        marks
            .polls()
            .ceilingEntry(Boundary.max(counted, Boundary.max(afterListing, uncontradicted)));
    if (asked == null
        || marks.polls().lastKey().isBefore(asked.getKey().plus(timing.pollSpacing()))) {
      return Optional.empty();
    }
    Instant answered = asked.getValue();
    Instant latest = timing.asToldBy(answered.plus(tolerance));
    return Optional.of(new Limit(answered, latest, Evidence.ABSENT_FROM_POLLS));
  }

  /**
   * A room is finished for whoever came before. It is not if anybody is known to have been there
   * later, and where another node may go on it proves nothing.
   */
  private Optional<Limit> finished(Started cycle, RoomFacts room, RoomMarks marks) {
    if (timing.roomsOutliveNodes()) {
      return Optional.empty();
    }
    Instant unrefuted = finishesStandFrom(Instant.ofEpochMilli(room.lastPresenceAt()));
    Instant uncontradicted = cycle.proven().minus(timing.resolution());
    Instant from = Boundary.max(cycle.start().latest(), Boundary.max(unrefuted, uncontradicted));
    return Optional.ofNullable(marks.finishes().ceiling(from))
        .map(at -> new Limit(at, timing.resolved(at), Evidence.ROOM_FINISHED));
  }

  /** Finishes before that are refuted if somebody was there at {@code presence}. */
  Instant finishesStandFrom(Instant presence) {
    return presence
        .minus(timing.resolution())
        .minus(timing.listingLag())
        .minus(timing.clockTolerance());
  }

  /** From when on marks of the room can bound the cycle. */
  Instant marksMatterFrom(CycleFacts facts) {
    long from = signs.provenUntil(facts);
    if (timing.roomsOutliveNodes()) {
      from = Math.max(from, facts.lastListedAt());
    }
    if (facts.joinedAtMillis() == ABSENT && facts.joinedAtSecond() == ABSENT) {
      from = Math.max(from, SignsOfLife.upBy(facts));
    }
    return Instant.ofEpochMilli(from).minus(timing.clockTolerance()).minus(timing.resolution());
  }

  /** The end of a cycle for which none was reported, with the clock and the policy. */
  Boundary end(Started cycle, Optional<Limit> known, OpenCycleRules rules, Instant now) {
    Limit limit =
        known
            .map(found -> notAfter(now, found))
            .orElseGet(() -> new Limit(now, now, Evidence.STILL_OPEN));
    Limit longest = longestOpen(cycle, rules.longestOpen());
    if (!limit.latest().isBefore(longest.latest())) {
      limit = longest;
    }
    Instant latest = Boundary.max(limit.latest(), cycle.start().latest());
    Instant proven = timing.cut(cycle.proven());
    Instant earliest = Boundary.min(Boundary.max(proven, cycle.start().earliest()), latest);
    Instant best =
        switch (rules.bestEnd()) {
          case LATEST -> Boundary.max(limit.best(), earliest);
          case EARLIEST -> earliest;
          case MIDDLE -> earliest.plus(half(Duration.between(earliest, latest)));
        };
    return new Boundary(earliest, Boundary.min(best, latest), latest, limit.evidence())
        .notBefore(cycle.start());
  }

  /** What allows for clocks that are apart does not reach beyond now; a fact dated ahead may. */
  private static Limit notAfter(Instant now, Limit limit) {
    Instant latest = Boundary.min(limit.latest(), Boundary.max(now, limit.best()));
    return new Limit(limit.best(), latest, limit.evidence());
  }

  /** Counted anew from the last sign of life if it is proven to have been open for longer. */
  private static Limit longestOpen(Started cycle, Duration duration) {
    Instant latest = cycle.start().latest().plus(duration);
    if (!latest.isBefore(cycle.proven())) {
      return new Limit(cycle.start().best().plus(duration), latest, Evidence.LONGEST_OPEN);
    }
    Instant anew = Instant.ofEpochMilli(SignsOfLife.last(cycle.facts())).plus(duration);
    return new Limit(anew, anew, Evidence.LONGEST_OPEN);
  }

  private static Duration half(Duration duration) {
    return Duration.ofMillis(duration.toMillis() / 2);
  }
}
