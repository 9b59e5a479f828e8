package dev.attendance.cycle;

import dev.attendance.cycle.OpenEnds.Limit;
import dev.attendance.cycle.OpenEnds.Started;
import dev.attendance.event.DisconnectReason;
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
import java.util.function.Predicate;

/**
 * Matches facts to cycles: the one place where starts and ends are worked out (R2 to R8, promise
 * 4). Pure and thread-safe; the result depends on the facts given and on nothing else.
 *
 * <p>Boundaries are by the clock of the server node that had the connection, as its own times are.
 */
public final class CycleMatcher {

  /** What most cycles end by, made once. */
  private static final Optional<DisconnectReason> SAID_BY_CLIENT =
      Optional.of(DisconnectReason.CLIENT_INITIATED);

  private final SignsOfLife signs;
  private final CycleStarts starts;
  private final ReportedEnds reportedEnds;
  private final OpenEnds openEnds;

  /**
   * A matcher for a source.
   *
   * @param timing how exactly and how late the source tells
   */
  public CycleMatcher(SourceTiming timing) {
    signs = new SignsOfLife(timing);
    starts = new CycleStarts(timing, signs);
    reportedEnds = new ReportedEnds(timing);
    openEnds = new OpenEnds(timing, signs);
  }

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
    Duration longest = rules.longestOpen();
    List<Cycle> cycles = new ArrayList<>(facts.size());
    List<Attempt> attempts = new ArrayList<>();
    for (CycleFacts cycle : facts) {
      Optional<ReportedEnd> end = cycle.reportedEnd();
      if (!cycle.seenUp()) {
        attempts.add(attempt(cycle));
      } else if (end.isPresent() && end.get().saidByClient()) {
        Boundary start = starts.start(room, cycle, longest);
        cycles.add(cycle(cycle, start, reportedEnds.said(cycle, end.get(), start)));
      }
    }
    if (cycles.size() + attempts.size() < facts.size()) {
      addOthers(cycles, room, marks, facts, rules, now);
    }
    attempts.sort(Comparator.comparing(Attempt::at).thenComparing(Attempt::id));
    return new RoomCycles(ByStart.sorted(cycles), attempts);
  }

  /**
   * The cycles whose end the client did not tell: what else is known of their identities counts.
   */
  private void addOthers(
      List<Cycle> cycles,
      RoomFacts room,
      RoomMarks marks,
      Collection<CycleFacts> facts,
      OpenCycleRules rules,
      Instant now) {
    forEach(
        room,
        facts,
        rules.longestOpen(),
        cycle -> !isSaidByClient(cycle),
        (started, sameIdentity) -> {
          Optional<Limit> limit = openEnds.limit(started, sameIdentity, room, marks);
          Boundary end =
              started.facts().reportedEnd().isPresent()
                  ? reportedEnds.noticed(started, limit)
                  : openEnds.end(started, limit, rules, now);
          cycles.add(cycle(started.facts(), started.start(), end));
        });
  }

  private static Cycle cycle(CycleFacts facts, Boundary start, Boundary end) {
    Optional<DisconnectReason> reason =
        facts.reportedEnd().isEmpty() ? Optional.empty() : reason(facts.reportedEnd().get());
    return new Cycle(facts.id(), facts.profile(), start, end, reason);
  }

  private static Optional<DisconnectReason> reason(ReportedEnd end) {
    return end.saidByClient() ? SAID_BY_CLIENT : Optional.of(end.reason());
  }

  /**
   * {@return where each of the given cycles stands, whatever the time}
   *
   * @param room what is known of the room instance
   * @param marks its marks; of those before {@link #marksMatterFrom} of every cycle without a
   *     reported end none is needed
   * @param facts cycles of the room; if one of an identity is given, all of that identity are
   */
  public Map<CycleId, CycleStanding> standings(
      RoomFacts room, RoomMarks marks, Collection<CycleFacts> facts) {
    Map<CycleId, CycleStanding> standings = new HashMap<>();
    for (CycleFacts cycle : facts) {
      standings.put(cycle.id(), cycle.seenUp() ? CycleStanding.REPORTED : CycleStanding.ATTEMPT);
    }
    forEach(
        room,
        facts,
        // Says how early a cycle began at most, which no standing goes by.
        OpenCycleRules.STANDARD.longestOpen(),
        cycle -> cycle.reportedEnd().isEmpty(),
        (started, sameIdentity) ->
            standings.put(
                started.facts().id(),
                openEnds.limit(started, sameIdentity, room, marks).isPresent()
                    ? CycleStanding.INFERRED
                    : CycleStanding.OPEN));
    return standings;
  }

  /**
   * {@return from which instant on the marks of a room bear on a cycle without a reported end}
   *
   * @param cycle its facts
   */
  public Instant marksMatterFrom(CycleFacts cycle) {
    return openEnds.marksMatterFrom(cycle);
  }

  /**
   * {@return from which instant on a {@code room_finished} may be believed, as it is not refuted by
   * somebody's presence} (R7)
   *
   * @param lastPresence the last time that anybody is known to have been in the room
   */
  public Instant finishesStandFrom(Instant lastPresence) {
    return openEnds.finishesStandFrom(lastPresence);
  }

  /**
   * Visits each chosen cycle that was up, with all of the same identity. Most cycles are not
   * chosen, for the client said goodbye, and of their identities nothing is asked.
   */
  private void forEach(
      RoomFacts room,
      Collection<CycleFacts> facts,
      Duration longestOpen,
      Predicate<CycleFacts> chosen,
      BiConsumer<Started, List<Started>> visitor) {
    Map<String, List<Started>> byIdentity = new HashMap<>();
    for (CycleFacts cycle : facts) {
      if (cycle.seenUp() && chosen.test(cycle)) {
        byIdentity.putIfAbsent(cycle.profile().identity(), new ArrayList<>(1));
      }
    }
    if (byIdentity.isEmpty()) {
      return;
    }
    for (CycleFacts cycle : facts) {
      List<Started> sameIdentity = byIdentity.get(cycle.profile().identity());
      if (sameIdentity != null && cycle.seenUp()) {
        sameIdentity.add(
            new Started(
                cycle,
                starts.start(room, cycle, longestOpen),
                Instant.ofEpochMilli(signs.provenUntilOrEnd(cycle))));
      }
    }
    for (List<Started> sameIdentity : byIdentity.values()) {
      for (Started started : sameIdentity) {
        if (chosen.test(started.facts())) {
          visitor.accept(started, sameIdentity);
        }
      }
    }
  }

  private static boolean isSaidByClient(CycleFacts cycle) {
    return cycle.reportedEnd().isPresent() && cycle.reportedEnd().get().saidByClient();
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
