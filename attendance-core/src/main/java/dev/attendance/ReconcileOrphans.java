package dev.attendance;

import dev.attendance.session.SessionPlan;
import dev.attendance.store.CycleTotals;
import dev.attendance.store.FoldedRoom;
import dev.attendance.store.Rooms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The job that looks after cycles left open by sessions that are over and by rooms that have fallen
 * silent. It folds what is pending and asks the server; what the server does not list in two
 * successive answers is closed by R7, with that evidence. It never closes what it knows nothing of.
 */
public final class ReconcileOrphans {

  private final FoldPending fold;
  private final Optional<ObserveLiveRooms> observe;
  private final Rooms rooms;
  private final Sessions sessions;
  private final Duration silentAfter;
  private final InstantSource clock;

  ReconcileOrphans(
      FoldPending fold,
      Optional<ObserveLiveRooms> observe,
      Rooms rooms,
      Sessions sessions,
      Duration silentAfter,
      InstantSource clock) {
    this.fold = fold;
    this.observe = observe;
    this.rooms = rooms;
    this.sessions = sessions;
    this.silentAfter = silentAfter;
    this.clock = clock;
  }

  /**
   * What a run did.
   *
   * @param asked about how many room instances the server was asked
   * @param answered for how many it gave an answer
   * @param totals how the cycles stand afterwards
   */
  public record Outcome(int asked, int answered, CycleTotals totals) {}

  /**
   * Folds what is pending, asks the server about orphans and folds its answers.
   *
   * @return what was done
   * @throws dev.attendance.store.StoreUnavailableException if the store cannot do it now; worth
   *     running again
   */
  public Outcome runOnce() {
    fold.runOnce();
    Instant silentSince = clock.instant().minus(silentAfter);
    ObserveLiveRooms.Outcome observed =
        observe
            .map(job -> job.run(room -> orphaned(room, silentSince)))
            .orElse(new ObserveLiveRooms.Outcome(0, 0));
    fold.runOnce();
    return new Outcome(observed.asked(), observed.answered(), rooms.totals(silentSince));
  }

  private boolean orphaned(FoldedRoom room, Instant silentSince) {
    return Instant.ofEpochMilli(room.facts().lastActivityAt()).isBefore(silentSince)
        || !rooms.marks(room.facts().sid()).finishes().isEmpty()
        || allPlansOver(room);
  }

  private boolean allPlansOver(FoldedRoom room) {
    Instant now = clock.instant();
    List<SessionPlan> plans = sessions.plans(room);
    return !plans.isEmpty() && plans.stream().noneMatch(plan -> plan.window().end().isAfter(now));
  }
}
