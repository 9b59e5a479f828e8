package dev.attendance;

import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.CycleMatcher;
import dev.attendance.cycle.CycleStanding;
import dev.attendance.cycle.EventFacts;
import dev.attendance.cycle.Gathering;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventKind;
import dev.attendance.session.RoomHistory;
import dev.attendance.session.SessionId;
import dev.attendance.store.EventLog;
import dev.attendance.store.FoldQueue;
import dev.attendance.store.FoldedCycle;
import dev.attendance.store.RoomProjection;
import dev.attendance.store.RoomTransaction;
import dev.attendance.store.StoreUnavailableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Folds room instances anew from the log, after an upgrade that folds otherwise or whenever what is
 * kept is in doubt (R24). What comes out replaces what was kept, and the settling job looks at the
 * room again; where it is the same, as it is unless something was wrong, nothing is written at all.
 *
 * <p>Each room instance that is written has a transaction of its own, in which it is held as for a
 * fold: appends go on meanwhile, folds of that room wait, and what was not yet folded stays
 * pending. A crash leaves each room as it was before or as it is after. Whether a room is as it
 * should be is found out without holding it where many are rebuilt. Safe on any number of threads
 * and nodes. It takes memory for some thousand events and for the cycles of one room instance,
 * however many events it has.
 *
 * <p>Every method throws {@link StoreUnavailableException} if the store cannot do it now; what was
 * rebuilt until then stays.
 */
public final class RebuildRooms {

  /** Enough for a round trip to count for little, few enough for a small heap. */
  private static final int EVENTS_AT_ONCE = 10_000;

  private final EventLog log;
  private final FoldQueue queue;
  private final CycleMatcher matcher;
  private final Sessions sessions;
  private final Listeners listeners;

  RebuildRooms(
      EventLog log, FoldQueue queue, CycleMatcher matcher, Sessions sessions, Listeners listeners) {
    this.log = log;
    this.queue = queue;
    this.matcher = matcher;
    this.sessions = sessions;
    this.listeners = listeners;
  }

  /**
   * How far a rebuild has come.
   *
   * @param roomSid the room instance rebuilt last; empty before the first
   * @param rooms how many room instances were rebuilt
   * @param changed for how many of them it made a difference
   * @param events how many events were read, polls included
   */
  public record Progress(String roomSid, long rooms, long changed, long events) {

    private static final Progress NONE = new Progress("", 0, 0, 0);

    private Progress and(String sid, boolean isChanged, long eventsOfRoom) {
      return new Progress(sid, rooms + 1, changed + (isChanged ? 1 : 0), events + eventsOfRoom);
    }
  }

  /** What became of one room instance. */
  record Rebuilt(Optional<RoomProjection> before, Optional<RoomProjection> after) {
    boolean changed() {
      return !before.equals(after);
    }

    long events() {
      return after.map(projection -> projection.events() + projection.polls()).orElse(0L);
    }

    private List<CycleId> changedCycles() {
      Set<FoldedCycle> known = new HashSet<>();
      before.ifPresent(projection -> known.addAll(projection.cycles()));
      return after.stream()
          .flatMap(projection -> projection.cycles().stream())
          .filter(cycle -> !known.contains(cycle))
          .map(cycle -> cycle.facts().id())
          .toList();
    }
  }

  /**
   * Rebuilds one room instance.
   *
   * @param roomSid the room instance; one of which nothing is in the log stays as it is
   * @return what was done
   */
  public Progress room(String roomSid) {
    return rebuild(roomSid, Progress.NONE);
  }

  /**
   * Rebuilds the room instances that a session claims.
   *
   * @param session the session; of one that is unknown nothing is rebuilt
   * @return what was done
   */
  public Progress session(SessionId session) {
    Progress progress = Progress.NONE;
    for (RoomHistory history :
        sessions.session(session).map(known -> known.rooms()).orElse(List.of())) {
      progress = rebuild(history.room().sid(), progress);
    }
    return progress;
  }

  /**
   * Rebuilds every room instance in the log, in the store's order of sids.
   *
   * @param after only those behind this sid, to go on where another run stopped; empty for all
   * @param listener told after each room instance; what it throws ends the run
   * @return what was done
   */
  public Progress everything(String after, Consumer<Progress> listener) {
    return everything(after, Runnable::run, 1, listener);
  }

  /**
   * The same, with several rooms read at a time on other threads; what is wrong is put right, and
   * the listener told, on the caller's.
   *
   * @param after only those behind this sid; empty for all
   * @param readers runs what reads, each on a connection of its own; a rejection ends the run
   * @param ahead how many readings may be under way, at least 1; each takes memory for some
   *     thousand events
   * @param listener told after each room instance, in the same order; what it throws ends the run
   * @return what was done
   * @throws IllegalArgumentException if {@code ahead} is less than 1
   */
  public Progress everything(
      String after, Executor readers, int ahead, Consumer<Progress> listener) {
    if (ahead < 1) {
      throw new IllegalArgumentException("ahead: must be at least 1");
    }
    Progress progress = Progress.NONE;
    Deque<CompletableFuture<List<Read>>> readings = new ArrayDeque<>();
    List<String> sids = log.roomsAfter(after, EVENTS_AT_ONCE);
    while (!sids.isEmpty() || !readings.isEmpty()) {
      if (!sids.isEmpty()) {
        List<String> next = sids;
        readings.add(CompletableFuture.supplyAsync(() -> read(next), readers));
        sids = log.roomsAfter(next.get(next.size() - 1), EVENTS_AT_ONCE);
      }
      if (readings.size() == ahead || sids.isEmpty()) {
        for (Read room : result(readings.remove())) {
          progress =
              room.eventsIfAsKept().isPresent()
                  ? progress.and(room.roomSid(), false, room.eventsIfAsKept().getAsLong())
                  : rebuild(room.roomSid(), progress);
          listener.accept(progress);
        }
      }
    }
    return progress;
  }

  /**
   * A room instance that was read without holding it, which will do if it is as it should be: then
   * how many events it has is all that is still asked of it.
   */
  private record Read(String roomSid, OptionalLong eventsIfAsKept) {}

  private List<Read> read(List<String> roomSids) {
    return queue.snapshots(roomSids, EVENTS_AT_ONCE, Fold::new).stream()
        .map(
            room ->
                new Read(
                    room.roomSid(),
                    room.folded().stream()
                        .map(fold -> fold.insteadOf(room.kept(), matcher))
                        .filter(rebuilt -> !rebuilt.changed())
                        .mapToLong(Rebuilt::events)
                        .findFirst()))
        .toList();
  }

  private static <T> T result(CompletableFuture<T> reading) {
    try {
      return reading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private Progress rebuild(String roomSid, Progress progress) {
    List<Rebuilt> outcome = new ArrayList<>(1);
    queue.fold(
        roomSid,
        transaction -> {
          outcome.clear();
          outcome.add(rebuild(transaction));
        });
    Rebuilt rebuilt = outcome.get(0);
    boolean isChanged = rebuilt.changed();
    if (isChanged) {
      rebuilt
          .after()
          .ifPresent(
              projection ->
                  listeners.roomChanged(
                      () ->
                          new RoomChange(
                              roomSid,
                              projection.room().name(),
                              sessions.claiming(roomSid),
                              rebuilt.changedCycles())));
    }
    return progress.and(roomSid, isChanged, rebuilt.events());
  }

  /** Within a transaction that holds the room: the last thing that is done in it. */
  Rebuilt rebuild(RoomTransaction transaction) {
    Fold fold = new Fold();
    transaction.folded(fold);
    Rebuilt rebuilt = fold.insteadOf(transaction.projection(), matcher);
    if (rebuilt.changed()) {
      rebuilt.after().ifPresent(transaction::replace);
    }
    return rebuilt;
  }

  /** One room instance, event by event. */
  private static final class Fold implements Consumer<AttendanceEvent> {
    private @Nullable Gathering gathering;
    private long events;
    private long polls;

    @Override
    public void accept(AttendanceEvent event) {
      if (gathering == null) {
        gathering = new Gathering(event.header().room(), 0);
      }
      gathering.add(event);
      if (event.kind() == EventKind.ROSTER_OBSERVED) {
        polls++;
      } else {
        events++;
      }
    }

    /** Without any event in the log there is nothing to go by. */
    Rebuilt insteadOf(Optional<RoomProjection> before, CycleMatcher matcher) {
      return new Rebuilt(before, projection(matcher).or(() -> before));
    }

    private Optional<RoomProjection> projection(CycleMatcher matcher) {
      if (gathering == null) {
        return Optional.empty();
      }
      EventFacts facts = gathering.facts();
      Map<CycleId, CycleStanding> standings =
          matcher.standings(facts.room(), facts.marks(), facts.cycles());
      List<FoldedCycle> cycles =
          facts.cycles().stream()
              .map(
                  cycle ->
                      new FoldedCycle(
                          cycle, standings.getOrDefault(cycle.id(), CycleStanding.ATTEMPT)))
              .toList();
      return Optional.of(
          new RoomProjection(facts.room(), facts.marks(), cycles, facts.tracks(), events, polls));
    }
  }
}
