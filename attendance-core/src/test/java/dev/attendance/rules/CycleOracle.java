package dev.attendance.rules;

import static java.time.Instant.MIN;

import dev.attendance.cycle.Boundary;
import dev.attendance.cycle.Evidence;
import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.RoomFinished;
import dev.attendance.event.RosterObserved;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Starts and ends of cycles as the rules R2 to R8 say, straight from the events, without any facts
 * in between: slow and literal.
 */
final class CycleOracle {

  static final Duration RESOLUTION = Duration.ofSeconds(1);
  static final Duration DETECTION = Duration.ofSeconds(20);
  static final Duration CONNECTING = Duration.ofSeconds(60);
  static final Duration SPACING = Duration.ofSeconds(10);
  static final Duration TOLERANCE = Duration.ofSeconds(5);

  private final List<AttendanceEvent> events;
  private final OpenCycleRules rules;
  private final Instant now;

  CycleOracle(List<AttendanceEvent> events, OpenCycleRules rules, Instant now) {
    this.events = events;
    this.rules = rules;
    this.now = now;
  }

  /** A cycle or, with no boundaries, an attempt. */
  record Expected(String sid, Optional<Boundary> start, Optional<Boundary> end) {}

  /** An upper bound, and the value to show for it. */
  private record Limit(Instant best, Instant latest, Evidence evidence) {}

  List<Expected> all() {
    TreeSet<String> sids = new TreeSet<>();
    events.forEach(event -> sids.addAll(Told.sids(event)));
    return sids.stream()
        .map(
            sid ->
                up(sid)
                    ? new Expected(sid, Optional.of(start(sid)), Optional.of(end(sid)))
                    : new Expected(sid, Optional.empty(), Optional.empty()))
        .toList();
  }

  /** R6: anything but an abort shows that it was up. */
  private boolean up(String sid) {
    Told told = new Told(events, sid);
    return !told.joins().isEmpty()
        || !told.lefts().isEmpty()
        || !told.published().isEmpty()
        || !told.unpublished().isEmpty()
        || !told.listed().isEmpty();
  }

  /** R2, R5. */
  private Boundary start(String sid) {
    Told told = new Told(events, sid);
    Optional<Instant> exact = earliest(told.joinTimes(true));
    if (exact.isPresent()) {
      return new Boundary(exact.get(), exact.get(), exact.get(), Evidence.JOIN_TIME);
    }
    Optional<Instant> cut = earliest(told.joinTimes(false));
    if (cut.isPresent()) {
      return new Boundary(
          cut.get(), cut.get(), cut.get().plus(RESOLUTION), Evidence.JOIN_TIME_IN_SECONDS);
    }
    Optional<Instant> joined = earliest(told.joins());
    if (joined.isPresent()) {
      Instant at = joined.get();
      return new Boundary(at.minus(CONNECTING), at, at.plus(RESOLUTION), Evidence.JOINED_EVENT);
    }
    List<Instant> seen = new ArrayList<>(told.published());
    seen.addAll(told.unpublished());
    seen.addAll(told.listed());
    told.ends().forEach(end -> seen.add(end.at()));
    Instant first = earliest(seen).orElseThrow();
    return new Boundary(
        min(first, roomBegan()), first, first.plus(RESOLUTION), Evidence.FIRST_SEEN);
  }

  private Instant roomBegan() {
    return earliest(
            events.stream().flatMap(event -> event.header().room().createdAt().stream()).toList())
        .or(() -> earliest(events.stream().map(event -> event.header().occurredAt()).toList()))
        .orElseThrow();
  }

  private Boundary end(String sid) {
    Boundary start = start(sid);
    Boundary end = reportedEnd(sid).orElseGet(() -> openEnd(sid));
    return new Boundary(
        max(end.earliest(), start.earliest()),
        max(end.best(), start.best()),
        max(end.latest(), start.latest()),
        end.evidence());
  }

  /** R3, R5, R6. */
  private Optional<Boundary> reportedEnd(String sid) {
    return new Told(events, sid)
        .ends().stream()
            .min(
                Comparator.comparing(Told.End::at)
                    .thenComparing(Told.End::onlyNoticed)
                    .thenComparing(Told.End::reason)
                    .thenComparing(end -> !end.left()))
            .map(
                end -> {
                  Instant earliest = end.at();
                  Evidence evidence = end.left() ? Evidence.LEFT : Evidence.CONNECTION_ABORTED;
                  if (end.onlyNoticed()) {
                    earliest = max(end.at().minus(DETECTION), min(end.at(), provenUntil(sid)));
                    evidence = Evidence.CONNECTION_LOST;
                  }
                  return new Boundary(earliest, end.at(), end.at().plus(RESOLUTION), evidence);
                });
  }

  /**
   * The last proof of presence. What the server merely holds to be so, a listing or the end of a
   * track, may be as stale as its detection of lost connections.
   */
  private Instant provenUntil(String sid) {
    Told told = new Told(events, sid);
    Instant proven = start(sid).earliest();
    proven = max(proven, earliest(told.joins()).orElse(MIN));
    proven = max(proven, latest(told.published()));
    if (!told.listed().isEmpty()) {
      proven = max(proven, latest(told.listed()).minus(DETECTION));
    }
    if (!told.unpublished().isEmpty()) {
      proven = max(proven, latest(told.unpublished()).minus(DETECTION));
    }
    return proven;
  }

  /** The last time anything spoke of it; bounds before that are contradicted. */
  private Instant lastSign(String sid) {
    Told told = new Told(events, sid);
    Instant last = start(sid).best();
    last = max(last, earliest(told.joinTimes(false)).orElse(MIN));
    last = max(last, earliest(told.joins()).orElse(MIN));
    last = max(last, latest(told.published()));
    last = max(last, latest(told.unpublished()));
    return max(last, latest(told.listed()));
  }

  /** R7, R8. */
  private Boundary openEnd(String sid) {
    Boundary start = start(sid);
    List<Limit> limits = new ArrayList<>();
    limits.addAll(nextCycles(sid));
    limits.addAll(absence(sid));
    limits.addAll(finishes(sid));
    if (limits.isEmpty()) {
      // A fact bounds more than the clock, even if it is dated a moment ahead of it.
      limits.add(new Limit(now, now, Evidence.STILL_OPEN));
    }
    Instant longest = start.best().plus(rules.longestOpen());
    if (longest.plus(TOLERANCE).isBefore(lastSign(sid))) {
      // It was open for longer: the policy's belief begins anew.
      longest = lastSign(sid).plus(rules.longestOpen());
    }
    limits.add(new Limit(longest, longest, Evidence.LONGEST_OPEN));
    Limit first =
        limits.stream()
            .min(
                Comparator.comparing(Limit::latest)
                    .thenComparing(limit -> limit.evidence() != Evidence.LONGEST_OPEN)
                    .thenComparing(Limit::evidence)
                    .thenComparing(Limit::best))
            .orElseThrow();
    Instant latest = max(first.latest(), start.latest());
    Instant earliest = min(provenUntil(sid), latest);
    Instant best =
        switch (rules.bestEnd()) {
          case LATEST -> min(latest, max(first.best(), earliest));
          case EARLIEST -> earliest;
          case MIDDLE ->
              Instant.ofEpochMilli(
                  earliest.toEpochMilli() + (latest.toEpochMilli() - earliest.toEpochMilli()) / 2);
        };
    return new Boundary(earliest, best, latest, first.evidence());
  }

  private List<Limit> nextCycles(String sid) {
    List<Limit> limits = new ArrayList<>();
    TreeSet<String> sids = new TreeSet<>();
    events.forEach(event -> sids.addAll(Told.sids(event)));
    for (String other : sids) {
      if (up(other)
          && new Told(events, other).identity().equals(new Told(events, sid).identity())) {
        Boundary begun = start(other);
        int order = begun.best().compareTo(start(sid).best());
        boolean later = order > 0 || (order == 0 && other.compareTo(sid) > 0);
        if (later && !begun.latest().plus(TOLERANCE).isBefore(lastSign(sid))) {
          limits.add(new Limit(begun.best(), begun.latest(), Evidence.NEXT_CYCLE));
        }
      }
    }
    return limits;
  }

  /** Two polls far enough apart, both clearly after the last sign; the first is the bound. */
  private List<Limit> absence(String sid) {
    List<RosterObserved> after =
        Told.polls(events).stream()
            .filter(poll -> !poll.header().occurredAt().isBefore(lastSign(sid).plus(TOLERANCE)))
            .toList();
    for (RosterObserved poll : after) {
      for (RosterObserved confirming : after) {
        Instant asked = poll.header().occurredAt();
        if (!confirming.header().occurredAt().isBefore(asked.plus(SPACING))) {
          Instant answered = poll.header().receivedAt();
          return List.of(new Limit(answered, answered, Evidence.ABSENT_FROM_POLLS));
        }
      }
    }
    return List.of();
  }

  /** A room is not finished if anybody was in it later. */
  private List<Limit> finishes(String sid) {
    Instant presence = max(lastSign(sid), latest(Told.presence(events)));
    return events.stream()
        .filter(RoomFinished.class::isInstance)
        .map(event -> event.header().occurredAt())
        .filter(at -> !at.plus(RESOLUTION).plus(TOLERANCE).isBefore(presence))
        .map(at -> new Limit(at, at.plus(RESOLUTION), Evidence.ROOM_FINISHED))
        .toList();
  }

  private static Optional<Instant> earliest(Collection<Instant> instants) {
    return instants.stream().min(Comparator.naturalOrder());
  }

  private static Instant latest(Collection<Instant> instants) {
    return instants.stream().max(Comparator.naturalOrder()).orElse(MIN);
  }

  private static Instant max(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private static Instant min(Instant one, Instant other) {
    return one.isAfter(other) ? other : one;
  }
}
