package dev.attendance;

import dev.attendance.cycle.CycleFacts;
import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.CycleMatcher;
import dev.attendance.cycle.CycleStanding;
import dev.attendance.cycle.EventFacts;
import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.store.FoldQueue;
import dev.attendance.store.FoldedCycle;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.RoomTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job that folds what was appended and is still pending: once after each append, and now and
 * then to pick up what a crash left. Safe to run on any number of threads and nodes; repeating it
 * is harmless.
 */
public final class FoldPending {

  private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

  private static final int EVENTS_AT_ONCE = 1000;
  private static final int ROOMS_AT_ONCE = 100;

  private final FoldQueue queue;
  private final CycleMatcher matcher;
  private final Sessions sessions;
  private final Listeners listeners;

  FoldPending(FoldQueue queue, CycleMatcher matcher, Sessions sessions, Listeners listeners) {
    this.queue = queue;
    this.matcher = matcher;
    this.sessions = sessions;
    this.listeners = listeners;
  }

  /** What one fold did: the room, and which cycles it learned of. */
  private record Folded(RoomFacts room, List<CycleId> cycles, boolean more) {}

  /**
   * Folds everything that is pending. A room instance that cannot be folded keeps nothing from the
   * others; it stays pending.
   *
   * @return how many room instances were folded
   * @throws RuntimeException the first failure, after all other rooms were folded
   */
  public int runOnce() {
    int folded = 0;
    Map<String, RuntimeException> failed = new LinkedHashMap<>();
    List<String> rooms = queue.roomsToFold(ROOMS_AT_ONCE);
    while (!rooms.isEmpty()) {
      for (String room : rooms) {
        try {
          fold(room);
          folded++;
        } catch (RuntimeException exception) {
          failed.put(room, exception);
        }
      }
      rooms =
          queue.roomsToFold(ROOMS_AT_ONCE + failed.size()).stream()
              .filter(room -> !failed.containsKey(room))
              .toList();
    }
    failed.values().stream()
        .findFirst()
        .ifPresent(
            exception -> {
              throw exception;
            });
    return folded;
  }

  /** Folds what is pending of one room instance and tells the listeners. */
  void fold(String roomSid) {
    boolean more = true;
    while (more) {
      List<Folded> outcome = new ArrayList<>(1);
      queue.fold(
          roomSid,
          transaction -> {
            outcome.clear();
            fold(transaction).ifPresent(outcome::add);
          });
      more = !outcome.isEmpty() && outcome.get(0).more();
      outcome.forEach(folded -> listeners.roomChanged(() -> change(folded)));
    }
  }

  private RoomChange change(Folded folded) {
    return new RoomChange(
        folded.room().sid(),
        folded.room().name(),
        sessions.claiming(folded.room().sid()),
        folded.cycles());
  }

  private Optional<Folded> fold(RoomTransaction transaction) {
    Optional<FoldedRoom> kept = transaction.state();
    if (kept.filter(FoldedRoom::purged).isPresent()) {
      // What comes after the purge is too old as well; as a session of its own it would be wrong.
      RoomFacts remains = kept.get().facts();
      LOG.info(
          "Room {} was purged; {} events that came later are deleted",
          remains.sid(),
          transaction.purge(remains));
      return Optional.empty();
    }
    List<AttendanceEvent> events = transaction.pending(EVENTS_AT_ONCE);
    if (events.isEmpty()) {
      return Optional.empty();
    }
    EventFacts told = EventFacts.of(events);
    Set<String> identities = identities(told.cycles().stream());
    Optional<RoomFacts> before = transaction.room();
    RoomFacts room = before.map(told.room()::merge).orElse(told.room());

    Touched touched = new Touched(transaction);
    touched.load(connections(told), identities);
    if (bearsOnOthers(transaction, told, before, room)) {
      touched.add(transaction.cyclesWithoutReportedEnd());
    }
    if (!identities.containsAll(touched.identities())) {
      // A cycle bears on the others of its identity, under a former identity of it too.
      touched.load(Set.of(), touched.identities());
    }
    Map<String, CycleFacts> now = touched.with(told.cycles());
    RoomMarks marks = marks(transaction, now.values()).merge(told.marks());
    Map<CycleId, CycleStanding> standings = matcher.standings(room, marks, now.values());

    List<FoldedCycle> changed =
        now.values().stream()
            .map(facts -> new FoldedCycle(facts, standing(standings, facts)))
            .filter(cycle -> !cycle.equals(touched.before(cycle.facts().id())))
            .toList();
    transaction.save(room, told.marks(), changed, told.tracks(), events);
    return Optional.of(
        new Folded(
            room,
            changed.stream().map(cycle -> cycle.facts().id()).sorted().toList(),
            events.size() == EVENTS_AT_ONCE));
  }

  private static CycleStanding standing(Map<CycleId, CycleStanding> standings, CycleFacts facts) {
    return standings.getOrDefault(facts.id(), CycleStanding.ATTEMPT);
  }

  /**
   * New marks bear on every cycle without a reported end. So does presence, if it refutes a finish
   * that was believed so far (R7).
   */
  private boolean bearsOnOthers(
      RoomTransaction transaction, EventFacts told, Optional<RoomFacts> before, RoomFacts room) {
    if (!told.marks().isEmpty()) {
      return true;
    }
    if (before.isEmpty() || before.get().lastPresenceAt() == room.lastPresenceAt()) {
      return false;
    }
    Instant believedFrom =
        matcher.finishesStandFrom(Instant.ofEpochMilli(before.get().lastPresenceAt()));
    Instant presence = Instant.ofEpochMilli(room.lastPresenceAt());
    return transaction.marks(believedFrom).finishes().stream()
        .anyMatch(finish -> finish.isBefore(presence));
  }

  /** The kept marks that bear on any of the cycles. */
  private RoomMarks marks(RoomTransaction transaction, Collection<CycleFacts> cycles) {
    return cycles.stream()
        .filter(cycle -> cycle.seenUp() && cycle.reportedEnd().isEmpty())
        .map(matcher::marksMatterFrom)
        .min(Instant::compareTo)
        .map(transaction::marks)
        .orElse(RoomMarks.NONE);
  }

  private static Set<String> connections(EventFacts told) {
    return told.cycles().stream()
        .map(cycle -> cycle.id().participantSid())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> identities(Stream<CycleFacts> cycles) {
    return cycles.map(cycle -> cycle.profile().identity()).collect(Collectors.toUnmodifiableSet());
  }

  /** The cycles loaded for one fold, as they were kept. */
  private static final class Touched {
    private final RoomTransaction transaction;
    private final Map<CycleId, FoldedCycle> loaded = new TreeMap<>();

    Touched(RoomTransaction transaction) {
      this.transaction = transaction;
    }

    void load(Set<String> participantSids, Set<String> identities) {
      if (!participantSids.isEmpty() || !identities.isEmpty()) {
        add(transaction.cycles(participantSids, identities));
      }
    }

    void add(List<FoldedCycle> cycles) {
      cycles.forEach(cycle -> loaded.put(cycle.facts().id(), cycle));
    }

    Set<String> identities() {
      return FoldPending.identities(loaded.values().stream().map(FoldedCycle::facts));
    }

    @Nullable FoldedCycle before(CycleId id) {
      return loaded.get(id);
    }

    /** All of them, with what the events add. */
    Map<String, CycleFacts> with(Collection<CycleFacts> told) {
      Map<String, CycleFacts> now = new TreeMap<>();
      loaded.forEach((id, cycle) -> now.put(id.participantSid(), cycle.facts()));
      told.forEach(cycle -> now.merge(cycle.id().participantSid(), cycle, CycleFacts::merge));
      return now;
    }
  }
}
