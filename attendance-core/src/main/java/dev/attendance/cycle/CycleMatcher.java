package dev.attendance.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Matches facts to cycles: the one place where starts and ends are worked out (R2 to R8, promise
 * 4). Pure and thread-safe; the result depends on the facts given and on nothing else.
 */
public final class CycleMatcher {

  private static final Comparator<Started> BY_START =
      Comparator.<Started, Instant>comparing(started -> started.start().best())
          .thenComparing(started -> started.facts().id());

  private static final Comparator<Limit> EARLIEST_LIMIT =
      Comparator.comparing(Limit::latest).thenComparing(Limit::evidence).thenComparing(Limit::best);

  private final SourceTiming timing;

  /**
   * A matcher for a source.
   *
   * @param timing how exactly and how late the source tells
   */
  public CycleMatcher(SourceTiming timing) {
    this.timing = timing;
  }

  /** A cycle that was up, with its start worked out. */
  private record Started(CycleFacts facts, Boundary start) {}

  /** An upper bound of an end that nobody reported. */
  private record Limit(Instant best, Instant latest, Evidence evidence) {}

  /**
   * {@return the cycles and attempts of a room instance as of {@code now}}
   *
   * @param room what is known of the room instance
   * @param marks all its marks
   * @param facts all its cycles, in any order, each once
   * @param rules what to make of open ones
   * @param now the instant until which an open cycle may last
   */
  public RoomCycles match(
      RoomFacts room,
      RoomMarks marks,
      Collection<CycleFacts> facts,
      OpenCycleRules rules,
      Instant now) {
    List<Cycle> cycles = new ArrayList<>(facts.size());
    List<Attempt> attempts = new ArrayList<>();
    for (CycleFacts cycle : facts) {
      Optional<ReportedEnd> reported = cycle.reportedEnd();
      if (!cycle.seenUp()) {
        attempts.add(attempt(cycle));
      } else if (reported.isPresent()) {
        Boundary start = start(room, cycle);
        cycles.add(cycle(cycle, start, reportedEnd(cycle, start, reported.get())));
      }
    }
    forEachWithoutReportedEnd(
        room,
        facts,
        (started, later) ->
            cycles.add(
                cycle(
                    started.facts(),
                    started.start(),
                    openEnd(started, limit(started, later, room, marks), rules, now))));
    attempts.sort(Comparator.comparing(Attempt::at).thenComparing(Attempt::id));
    return new RoomCycles(ByStart.sorted(cycles), attempts);
  }

  private static Cycle cycle(CycleFacts facts, Boundary start, Boundary end) {
    return new Cycle(
        facts.id(), facts.profile(), start, end, facts.reportedEnd().map(ReportedEnd::reason));
  }

  /**
   * {@return where each of the given cycles stands, whatever the time}
   *
   * @param room what is known of the room instance
   * @param marks its marks; of those before the last sign of life of every cycle without a reported
   *     end none is needed
   * @param facts cycles of the room; if one of an identity is given, all of that identity are
   */
  public Map<CycleId, CycleStanding> standings(
      RoomFacts room, RoomMarks marks, Collection<CycleFacts> facts) {
    Map<CycleId, CycleStanding> standings = new HashMap<>();
    for (CycleFacts cycle : facts) {
      standings.put(cycle.id(), cycle.seenUp() ? CycleStanding.REPORTED : CycleStanding.ATTEMPT);
    }
    forEachWithoutReportedEnd(
        room,
        facts,
        (started, later) ->
            standings.put(
                started.facts().id(),
                limit(started, later, room, marks).isPresent()
                    ? CycleStanding.INFERRED
                    : CycleStanding.OPEN));
    return standings;
  }

  /**
   * {@return the last sign of life of a cycle that was up, but for its reported end: marks before
   * it do not bound the cycle}
   *
   * @param cycle its facts
   */
  public static Instant lastSign(CycleFacts cycle) {
    long last = Math.max(cycle.joinedAtMillis(), cycle.joinedAtSecond());
    last = Math.max(last, cycle.joinedEventAt());
    last = Math.max(last, Math.max(cycle.lastPublishedAt(), cycle.lastUnpublishedAt()));
    return Instant.ofEpochMilli(Math.max(last, cycle.lastListedAt()));
  }

  /**
   * {@return from which instant on the marks of a room bear on a cycle whose last sign of life this
   * is}
   *
   * @param lastSign as {@link #lastSign} says
   */
  public Instant marksMatterFrom(Instant lastSign) {
    return lastSign.minus(timing.clockTolerance()).minus(timing.resolution());
  }

  /**
   * Visits each cycle that was up and whose end nobody reported, with those of the same identity
   * that began later. Most cycles have a reported end, and of their identities nothing is asked.
   */
  private void forEachWithoutReportedEnd(
      RoomFacts room, Collection<CycleFacts> facts, BiConsumer<Started, List<Started>> visitor) {
    Map<String, List<Started>> byIdentity = new HashMap<>();
    for (CycleFacts cycle : facts) {
      if (isWithoutReportedEnd(cycle)) {
        byIdentity.putIfAbsent(cycle.profile().identity(), new ArrayList<>(1));
      }
    }
    if (byIdentity.isEmpty()) {
      return;
    }
    for (CycleFacts cycle : facts) {
      List<Started> sameIdentity = byIdentity.get(cycle.profile().identity());
      if (sameIdentity != null && cycle.seenUp()) {
        sameIdentity.add(new Started(cycle, start(room, cycle)));
      }
    }
    for (List<Started> sameIdentity : byIdentity.values()) {
      sameIdentity.sort(BY_START);
      for (int i = 0; i < sameIdentity.size(); i++) {
        Started started = sameIdentity.get(i);
        if (isWithoutReportedEnd(started.facts())) {
          visitor.accept(started, sameIdentity.subList(i + 1, sameIdentity.size()));
        }
      }
    }
  }

  private static boolean isWithoutReportedEnd(CycleFacts cycle) {
    return cycle.seenUp() && cycle.reportedEnd().isEmpty();
  }

  /** R2. */
  private Boundary start(RoomFacts room, CycleFacts cycle) {
    if (cycle.joinedAtMillis() != CycleFacts.ABSENT) {
      Instant at = Instant.ofEpochMilli(cycle.joinedAtMillis());
      return new Boundary(at, at, at, Evidence.JOIN_TIME);
    }
    if (cycle.joinedAtSecond() != CycleFacts.ABSENT) {
      Instant at = Instant.ofEpochMilli(cycle.joinedAtSecond());
      return new Boundary(at, at, resolved(at), Evidence.JOIN_TIME_IN_SECONDS);
    }
    if (cycle.joinedEventAt() != CycleFacts.ABSENT) {
      Instant at = Instant.ofEpochMilli(cycle.joinedEventAt());
      return new Boundary(at.minus(timing.connectLimit()), at, resolved(at), Evidence.JOINED_EVENT);
    }
    long seen = CycleFacts.first(cycle.firstTrackAt(), cycle.firstListedAt());
    seen =
        CycleFacts.first(
            seen, cycle.reportedEnd().map(end -> end.at().toEpochMilli()).orElse(seen));
    Instant at = Instant.ofEpochMilli(seen);
    Instant began = Instant.ofEpochMilli(room.beganAt());
    return new Boundary(Boundary.min(at, began), at, resolved(at), Evidence.FIRST_SEEN);
  }

  /** R3, R5, R6. */
  private Boundary reportedEnd(CycleFacts facts, Boundary start, ReportedEnd end) {
    Instant earliest = end.at();
    Evidence evidence =
        facts.left().isPresent() && facts.left().get().equals(end)
            ? Evidence.LEFT
            : Evidence.CONNECTION_ABORTED;
    if (end.noticedLate()) {
      earliest =
          Boundary.max(
              end.at().minus(timing.detectionDelay()),
              Boundary.min(end.at(), presentUntil(facts, start)));
      evidence = Evidence.CONNECTION_LOST;
    }
    return new Boundary(earliest, end.at(), resolved(end.at()), evidence).notBefore(start);
  }

  /** Until when what the source tells of an instant may have happened: {@code at + resolution}. */
  private Instant resolved(Instant at) {
    Duration resolution = timing.resolution();
    return at.plusSeconds(resolution.getSeconds()).plusNanos(resolution.getNano());
  }

  /**
   * Until when it was there for certain. What the server itself holds to be so, a listing or the
   * end of a track, may be as stale as its detection of lost connections; a track begun is not.
   */
  private Instant presentUntil(CycleFacts facts, Boundary start) {
    Instant held =
        Instant.ofEpochMilli(Math.max(facts.lastListedAt(), facts.lastUnpublishedAt()))
            .minus(timing.detectionDelay());
    Instant seen = Instant.ofEpochMilli(Math.max(facts.joinedEventAt(), facts.lastPublishedAt()));
    return Boundary.max(start.earliest(), Boundary.max(held, seen));
  }

  /** R7: the earliest bound that no later evidence contradicts, the clock and the policy aside. */
  private Optional<Limit> limit(
      Started started, List<Started> later, RoomFacts room, RoomMarks marks) {
    Instant lastSign = Boundary.max(lastSign(started.facts()), started.start().best());
    Optional<Limit> next =
        later.stream()
            .map(
                other ->
                    new Limit(other.start().best(), other.start().latest(), Evidence.NEXT_CYCLE))
            .filter(limit -> stands(limit, lastSign))
            .min(EARLIEST_LIMIT);
    Optional<Limit> absent = absentFromPolls(marks, lastSign);
    Optional<Limit> finished = finished(room, marks, lastSign);
    return List.of(next, absent, finished).stream().flatMap(Optional::stream).min(EARLIEST_LIMIT);
  }

  private boolean stands(Limit limit, Instant sign) {
    return !limit.latest().plus(timing.clockTolerance()).isBefore(sign);
  }

  /** R8: a single poll proves nothing; no later poll listed it, or that were its last sign. */
  private Optional<Limit> absentFromPolls(RoomMarks marks, Instant lastSign) {
    var asked = marks.polls().ceilingEntry(lastSign.plus(timing.clockTolerance()));
    if (asked == null
        || marks.polls().lastKey().isBefore(asked.getKey().plus(timing.pollSpacing()))) {
      return Optional.empty();
    }
    Instant answered = asked.getValue();
    return Optional.of(new Limit(answered, answered, Evidence.ABSENT_FROM_POLLS));
  }

  /** Another node may have gone on after one closed the room: presence of anybody refutes it. */
  private Optional<Limit> finished(RoomFacts room, RoomMarks marks, Instant lastSign) {
    Instant presence = Boundary.max(lastSign, Instant.ofEpochMilli(room.lastPresenceAt()));
    return marks.finishes().stream()
        .map(at -> new Limit(at, resolved(at), Evidence.ROOM_FINISHED))
        .filter(limit -> stands(limit, presence))
        .findFirst();
  }

  /** R7, with the clock and the policy. */
  private Boundary openEnd(
      Started started, Optional<Limit> known, OpenCycleRules rules, Instant now) {
    Limit limit = known.orElse(new Limit(now, now, Evidence.STILL_OPEN));
    Limit longest = longestOpen(started, rules.longestOpen());
    if (!limit.latest().isBefore(longest.latest())) {
      limit = longest;
    }
    Instant latest = Boundary.max(limit.latest(), started.start().latest());
    Instant earliest = Boundary.min(presentUntil(started.facts(), started.start()), latest);
    Instant best =
        switch (rules.bestEnd()) {
          case LATEST -> Boundary.max(limit.best(), earliest);
          case EARLIEST -> earliest;
          case MIDDLE -> earliest.plus(half(Duration.between(earliest, latest)));
        };
    return new Boundary(earliest, Boundary.min(best, latest), latest, limit.evidence())
        .notBefore(started.start());
  }

  /** Counted anew from the last sign of life if that shows that the cycle was open for longer. */
  private Limit longestOpen(Started started, Duration duration) {
    Instant at = started.start().best().plus(duration);
    Limit limit = new Limit(at, at, Evidence.LONGEST_OPEN);
    Instant sign = lastSign(started.facts());
    return stands(limit, sign)
        ? limit
        : new Limit(sign.plus(duration), sign.plus(duration), Evidence.LONGEST_OPEN);
  }

  private static Duration half(Duration duration) {
    return Duration.ofMillis(duration.toMillis() / 2);
  }

  private static Attempt attempt(CycleFacts cycle) {
    long at = CycleFacts.first(cycle.joinedAtMillis(), cycle.joinedAtSecond());
    return new Attempt(
        cycle.id(),
        cycle.profile(),
        cycle
            .aborted()
            .filter(end -> at == CycleFacts.ABSENT)
            .map(ReportedEnd::at)
            .orElse(Instant.ofEpochMilli(at)),
        cycle.aborted().map(ReportedEnd::reason));
  }
}
