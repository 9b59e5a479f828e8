package dev.attendance.record;

import dev.attendance.session.Session;
import dev.attendance.time.IntervalSet;
import java.util.Optional;

/** The window that presence is measured against (R13). */
final class Window {

  private Window() {}

  static IntervalSet of(Session session, AttendancePolicy policy, SessionCycles cycles) {
    Optional<IntervalSet> scheduled = session.plan().map(plan -> IntervalSet.of(plan.window()));
    if (scheduled.isPresent() && policy.denominator() == Denominator.SCHEDULED) {
      return scheduled.get();
    }
    IntervalSet actual = cycles.occupied();
    return scheduled.map(actual::intersection).orElse(actual);
  }
}
