package dev.attendance.session;

import dev.attendance.cycle.Cycle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a session is in its life (R22), worked out from its plan, its rooms and the clock. {@link
 * SessionState#FINAL} is not worked out here: a session is final once it has been settled.
 *
 * @param state scheduled, live or ended
 * @param settleable whether it could be settled now: over, the settle time past, no cycle open
 */
public record SessionLife(SessionState state, boolean settleable) {

  /**
   * {@return where the session is as of {@code now}}
   *
   * @param session the session
   * @param cycles all its cycles, counted or not, matched as of {@code now}
   * @param timing when it counts as over and settled
   * @param now the present
   */
  public static SessionLife of(
      Session session, List<Cycle> cycles, SessionTiming timing, Instant now) {
    boolean open = false;
    long lastEnd = Long.MIN_VALUE;
    for (Cycle cycle : cycles) {
      open |= cycle.isOpen();
      lastEnd = Math.max(lastEnd, cycle.end().latestAt());
    }
    Optional<Instant> end = session.plan().map(plan -> plan.window().end());
    if (end.isEmpty() && !open) {
      end = Optional.of(adHocEnd(session.rooms().get(0), timing));
    }
    if (end.isPresent() && !now.isBefore(end.get())) {
      Instant last = Instant.ofEpochMilli(Math.max(lastEnd, end.get().toEpochMilli()));
      return new SessionLife(
          SessionState.ENDED, !open && !now.isBefore(last.plus(timing.settle())));
    }
    boolean begun =
        !session.rooms().isEmpty()
            || session.plan().filter(plan -> now.isBefore(plan.window().start())).isEmpty();
    return new SessionLife(begun ? SessionState.LIVE : SessionState.SCHEDULED, false);
  }

  /** Over when the room finished and nothing refutes it, else when it has been empty for long. */
  private static Instant adHocEnd(RoomHistory history, SessionTiming timing) {
    Instant started = Instant.ofEpochMilli(history.room().lastStartedAt());
    Instant activity = Instant.ofEpochMilli(history.room().lastActivityAt());
    return Optional.ofNullable(history.marks().finishes().ceiling(started))
        .map(first -> history.marks().finishes().last())
        .orElseGet(() -> activity.plus(timing.emptyAfter()));
  }
}
