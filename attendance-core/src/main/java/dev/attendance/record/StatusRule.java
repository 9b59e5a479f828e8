package dev.attendance.record;

import dev.attendance.session.SessionState;
import dev.attendance.time.Bounds;
import java.time.Duration;

/** What presence amounts to in a session (R16, R18, R20). */
final class StatusRule {

  private final AttendancePolicy policy;
  private final Duration window;
  private final boolean over;
  private final boolean tookPlace;

  StatusRule(SessionSummary summary, AttendancePolicy policy) {
    this.policy = policy;
    this.window = summary.window();
    this.over = summary.state() == SessionState.ENDED || summary.state() == SessionState.FINAL;
    this.tookPlace = summary.tookPlace();
  }

  AttendanceStatus status(Bounds presence, boolean expected) {
    if (!over) {
      return AttendanceStatus.PENDING;
    }
    boolean absentCounts = expected && tookPlace;
    AttendanceStatus least = status(presence.atLeast(), absentCounts);
    AttendanceStatus most = status(presence.atMost(), absentCounts);
    return least == most ? least : AttendanceStatus.UNRESOLVED;
  }

  private AttendanceStatus status(Duration presence, boolean absentCounts) {
    long hundredfold = presence.toMillis() * 100;
    if (!window.isZero() && hundredfold >= policy.presentPercent() * window.toMillis()) {
      return AttendanceStatus.PRESENT;
    }
    boolean partial =
        !presence.isZero() && hundredfold >= policy.partialPercent() * window.toMillis();
    return partial || !absentCounts ? AttendanceStatus.PARTIAL : AttendanceStatus.ABSENT;
  }
}
