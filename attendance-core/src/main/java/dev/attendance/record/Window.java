package dev.attendance.record;

import dev.attendance.session.Session;
import dev.attendance.time.IntervalSet;
import java.util.List;
import java.util.Optional;

/** The window that presence is measured against (R13). */
final class Window {

  private Window() {}

  static IntervalSet of(Session session, AttendancePolicy policy, List<PersonCycle> cycles) {
    Optional<IntervalSet> scheduled = session.plan().map(plan -> IntervalSet.of(plan.window()));
    if (scheduled.isPresent() && policy.denominator() == Denominator.SCHEDULED) {
      return scheduled.get();
    }
    long[] starts = new long[cycles.size()];
    long[] ends = new long[cycles.size()];
    int count = 0;
    for (PersonCycle cycle : cycles) {
      if (cycle.counts()) {
        starts[count] = cycle.cycle().start().best().toEpochMilli();
        ends[count] = cycle.cycle().end().best().toEpochMilli();
        count++;
      }
    }
    IntervalSet actual = IntervalSet.unionOf(starts, ends, count);
    return scheduled.map(actual::intersection).orElse(actual);
  }
}
