package dev.attendance.record;

import dev.attendance.session.SessionState;
import dev.attendance.time.Bounds;
import java.time.Duration;

/** What presence amounts to in a session (R16, R18, R20). */
final class StatusRule {

  private final AttendancePolicy policy;
  private final Window window;
  private final boolean over;
  private final TookPlace tookPlace;

  StatusRule(AttendancePolicy policy, Window window, SessionState state, TookPlace tookPlace) {
    this.policy = policy;
    this.window = window;
    this.over = state == SessionState.ENDED || state == SessionState.FINAL;
    this.tookPlace = tookPlace;
  }

  boolean isOver() {
    return over;
  }

  /**
   * The status that holds in every world that the facts allow, else unresolved.
   *
   * @param theirs the person's presence
   * @param bridged the same with gaps bridged, not cut to the window
   * @param inside how long that is inside the window
   * @param expected whether the person was on the roster
   */
  AttendanceStatus status(
      PersonPresence theirs, Presence bridged, Bounds inside, boolean expected) {
    if (!over) {
      return AttendanceStatus.PENDING;
    }
    Duration certain = window.extent().certain().duration();
    if (window.isExact()) {
      return agreed(inside, certain, certain, expected);
    }
    // Mostly the extremes agree although nobody's share can be that small or that large.
    AttendanceStatus roughly =
        agreed(inside, window.extent().possible().duration(), certain, expected);
    return roughly == AttendanceStatus.UNRESOLVED
        ? agreed(
            inside,
            window.longestFor(theirs, bridged.certain()),
            window.shortestFor(bridged.possible()),
            expected)
        : roughly;
  }

  private AttendanceStatus agreed(
      Bounds inside, Duration longest, Duration shortest, boolean expected) {
    AttendanceStatus least = status(inside.atLeast(), longest, expected);
    AttendanceStatus most = status(inside.atMost(), shortest, expected);
    return least == most ? least : AttendanceStatus.UNRESOLVED;
  }

  private AttendanceStatus status(Duration presence, Duration length, boolean expected) {
    if (policy.present().isMetBy(presence, length)) {
      return AttendanceStatus.PRESENT;
    }
    if (policy.partial().isMetBy(presence, length) || !expected || !tookPlace.possible()) {
      return AttendanceStatus.PARTIAL;
    }
    return tookPlace.certain() ? AttendanceStatus.ABSENT : AttendanceStatus.UNRESOLVED;
  }
}
