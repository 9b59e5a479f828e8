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
import java.time.temporal.ChronoUnit;
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

  static final Duration LISTING_LAG = Duration.ofSeconds(6);

  private final List<AttendanceEvent> events;
  private final OpenCycleRules rules;
  private final Instant now;
  private final boolean severalNodes;

  CycleOracle(
      List<AttendanceEvent> events, OpenCycleRules rules, Instant now, boolean severalNodes) {
    this.events = events;
    this.rules = rules;
    this.now = now;
    this.severalNodes = severalNodes;
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
    List<Instant> byServer = new ArrayList<>(told.published());
    byServer.addAll(told.unpublished());
    told.ends().forEach(end -> byServer.add(end.at()));
    List<Instant> seen = new ArrayList<>(byServer);
    seen.addAll(told.answered());
    List<Instant> by = new ArrayList<>();
    byServer.forEach(at -> by.add(at.plus(RESOLUTION)));
    told.answered().forEach(at -> by.add(at.plus(TOLERANCE)));
    Optional<Instant> joined = earliest(told.joins());
    if (joined.isPresent()) {
      Instant at = joined.get();
      by.add(at.plus(RESOLUTION));
      Instant latest = earliest(by).orElseThrow();
      Instant began = min(roomBegan(), latest);
      return new Boundary(
          max(min(at.minus(CONNECTING), latest), began),
          max(min(at, latest), began),
          latest,
          Evidence.JOINED_EVENT);
    }
    Instant first = earliest(seen).orElseThrow();
    Instant there = provenWithEnd(sid);
    for (Instant listed : told.listed()) {
      there = max(there, listed.minus(rules.longestOpen()));
    }
    Instant believed = there.minus(rules.longestOpen());
    Instant latest = earliest(by).orElseThrow();
    Instant began = min(roomBegan(), latest);
    return new Boundary(
        max(min(first, believed), began), max(first, began), latest, Evidence.FIRST_SEEN);
  }

  /** By the clock of a node that may not be the connection's. */
  private Instant roomBegan() {
    return earliest(
            events.stream().flatMap(event -> event.header().room().createdAt().stream()).toList())
        .map(at -> at.minus(apart()))
        .orElse(MIN);
  }

  /** How far the server's times of two connections are apart. */
  private Duration apart() {
    return severalNodes ? TOLERANCE : Duration.ZERO;
  }

  private Boundary end(String sid) {
    Boundary start = start(sid);
    Boundary end =
        reported(sid).map(reported -> reportedEnd(sid, reported)).orElseGet(() -> openEnd(sid));
    return new Boundary(
        max(end.earliest(), start.earliest()),
        max(end.best(), start.best()),
        max(end.latest(), start.latest()),
        end.evidence());
  }

  /** R5, R6: the earliest, of two in one second the one that says more. */
  private Optional<Told.End> reported(String sid) {
    return new Told(events, sid)
        .ends().stream()
            .min(
                Comparator.comparing(Told.End::at)
                    .thenComparing(end -> !end.said())
                    .thenComparing(Told.End::onlyNoticed)
                    .thenComparing(Told.End::reason)
                    .thenComparing(end -> !end.left()));
  }

  /** R3: exact if the client said so itself. */
  private Boundary reportedEnd(String sid, Told.End end) {
    Evidence evidence =
        end.onlyNoticed()
            ? Evidence.CONNECTION_LOST
            : !end.left()
                ? Evidence.CONNECTION_ABORTED
                : end.said() ? Evidence.LEFT : Evidence.ENDED_BY_SERVER;
    Instant latest = end.at().plus(RESOLUTION);
    if (end.said()) {
      return new Boundary(end.at(), end.at(), latest, evidence);
    }
    Instant best = end.at();
    Optional<Limit> first = firstLimit(sid);
    if (first.isPresent() && first.get().latest().isBefore(latest)) {
      latest = first.get().latest();
      best = min(best, first.get().best());
    }
    return new Boundary(min(best, second(provenWithEnd(sid))), best, latest, evidence);
  }

  /**
   * The last proof of presence. A track may be dated up to a second late. What the server merely
   * holds to be so, a listing or the end of a track, may be as stale as its detection of lost
   * connections, and a listing is by our clock and from a list that lags. A joined may be told
   * after the end.
   */
  private Instant proven(String sid) {
    Told told = new Told(events, sid);
    List<Instant> proofs = new ArrayList<>();
    earliest(told.joinTimes(true)).or(() -> earliest(told.joinTimes(false))).ifPresent(proofs::add);
    told.published().forEach(at -> proofs.add(at.minus(RESOLUTION)));
    told.unpublished().forEach(at -> proofs.add(at.minus(RESOLUTION).minus(DETECTION)));
    told.listed()
        .forEach(at -> proofs.add(at.minus(DETECTION).minus(LISTING_LAG).minus(TOLERANCE)));
    return latest(proofs);
  }

  private Instant provenWithEnd(String sid) {
    Optional<Told.End> end = reported(sid);
    if (end.isEmpty()) {
      return proven(sid);
    }
    Told told = new Told(events, sid);
    Instant joined =
        earliest(told.joinTimes(true)).or(() -> earliest(told.joinTimes(false))).orElse(MIN);
    Instant at = end.get().at();
    Instant ended = end.get().said() ? at : max(at.minus(DETECTION), min(at, proven(sid)));
    return max(ended, joined);
  }

  /** The last time anything spoke of it. */
  private Instant lastSign(String sid) {
    Told told = new Told(events, sid);
    Instant last = earliest(told.joinTimes(true)).orElse(MIN);
    last = max(last, earliest(told.joinTimes(false)).orElse(MIN));
    last = max(last, earliest(told.joins()).orElse(MIN));
    last = max(last, latest(told.published()));
    last = max(last, latest(told.unpublished()));
    return max(last, latest(told.listed()));
  }

  /** R7, R8: whatever bounds it and is not contradicted by what is proven. */
  private List<Limit> limits(String sid) {
    List<Limit> limits = new ArrayList<>();
    limits.addAll(nextCycles(sid));
    limits.addAll(absence(sid));
    limits.addAll(finishes(sid));
    return limits;
  }

  private Optional<Limit> firstLimit(String sid) {
    return limits(sid).stream()
        .min(
            Comparator.comparing(Limit::latest)
                .thenComparing(Limit::evidence)
                .thenComparing(Limit::best));
  }

  private Boundary openEnd(String sid) {
    Boundary start = start(sid);
    Limit known =
        firstLimit(sid)
            // Allowing for clocks that are apart does not reach beyond now; a fact dated ahead may.
            .map(
                limit ->
                    new Limit(
                        limit.best(),
                        min(limit.latest(), max(now, limit.best())),
                        limit.evidence()))
            .orElse(new Limit(now, now, Evidence.STILL_OPEN));
    Instant best = start.best().plus(rules.longestOpen());
    Instant longest = start.latest().plus(rules.longestOpen());
    if (longest.isBefore(proven(sid))) {
      // It was open for longer: the policy's belief begins anew.
      best = lastSign(sid).plus(rules.longestOpen());
      longest = best;
    }
    Limit first =
        known.latest().isBefore(longest) ? known : new Limit(best, longest, Evidence.LONGEST_OPEN);
    Instant latest = max(first.latest(), start.latest());
    Instant earliest = min(max(second(proven(sid)), start.earliest()), latest);
    Instant value =
        switch (rules.bestEnd()) {
          case LATEST -> min(latest, max(first.best(), earliest));
          case EARLIEST -> earliest;
          case MIDDLE ->
              Instant.ofEpochMilli(
                  earliest.toEpochMilli() + (latest.toEpochMilli() - earliest.toEpochMilli()) / 2);
        };
    return new Boundary(earliest, value, latest, first.evidence());
  }

  /** One identity is connected once: another cycle that was there later began after the end. */
  private List<Limit> nextCycles(String sid) {
    List<Limit> limits = new ArrayList<>();
    TreeSet<String> sids = new TreeSet<>();
    events.forEach(event -> sids.addAll(Told.sids(event)));
    sids.remove(sid);
    for (String other : sids) {
      if (up(other)
          && new Told(events, other).identity().equals(new Told(events, sid).identity())
          && provenWithEnd(other).isAfter(start(sid).latest().plus(apart()))) {
        Boundary begun = start(other);
        Instant latest = begun.latest().plus(apart());
        if (!latest.isBefore(provenWithEnd(sid))) {
          limits.add(new Limit(begun.best(), endOfSecond(latest), Evidence.NEXT_CYCLE));
        }
      }
    }
    return limits;
  }

  /** Two polls far enough apart, clearly after it was up and after the last that listed it. */
  private List<Limit> absence(String sid) {
    Told told = new Told(events, sid);
    List<Instant> up = new ArrayList<>(told.joins());
    up.addAll(told.published());
    up.addAll(told.unpublished());
    up.addAll(told.answered());
    reported(sid).ifPresent(end -> up.add(end.at()));
    Instant listedFrom = earliest(up).orElseThrow().plus(TOLERANCE).plus(SPACING);
    List<RosterObserved> missing =
        Told.polls(events).stream()
            .filter(poll -> !poll.header().occurredAt().isBefore(listedFrom))
            .filter(poll -> poll.header().occurredAt().isAfter(latest(told.listed())))
            .filter(
                poll -> !poll.header().occurredAt().plus(TOLERANCE).isBefore(provenWithEnd(sid)))
            .toList();
    for (RosterObserved poll : missing) {
      for (RosterObserved confirming : missing) {
        Instant asked = poll.header().occurredAt();
        if (!confirming.header().occurredAt().isBefore(asked.plus(SPACING))) {
          Instant answered = poll.header().receivedAt();
          return List.of(
              new Limit(
                  answered, endOfSecond(answered.plus(TOLERANCE)), Evidence.ABSENT_FROM_POLLS));
        }
      }
    }
    return List.of();
  }

  /** For whoever came before; not if anybody was there later, nor if another node may go on. */
  private List<Limit> finishes(String sid) {
    if (severalNodes) {
      return List.of();
    }
    Instant presence = latest(Told.presence(events));
    return events.stream()
        .filter(RoomFinished.class::isInstance)
        .map(event -> event.header().occurredAt())
        .filter(at -> !at.isBefore(start(sid).latest()))
        .filter(at -> !at.plus(RESOLUTION).isBefore(provenWithEnd(sid)))
        .filter(at -> !at.plus(RESOLUTION).plus(TOLERANCE).plus(LISTING_LAG).isBefore(presence))
        .map(at -> new Limit(at, at.plus(RESOLUTION), Evidence.ROOM_FINISHED))
        .toList();
  }

  /** An end is known no better than the source tells ends: to the second. */
  private static Instant second(Instant at) {
    return at.equals(MIN) ? at : at.truncatedTo(ChronoUnit.SECONDS);
  }

  private static Instant endOfSecond(Instant at) {
    return second(at).plusSeconds(1);
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
