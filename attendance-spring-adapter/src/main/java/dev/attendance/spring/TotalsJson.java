package dev.attendance.spring;

import dev.attendance.AttendanceTotals;
import java.util.Map;

/** The counts that operators ask for, as the read API shows them. */
record TotalsJson(
    long joins,
    long closed,
    long inferred,
    long open,
    long orphaned,
    long attempts,
    long quarantined,
    long blindSpots,
    Map<String, Long> webhooksSinceStart) {

  static TotalsJson of(AttendanceTotals totals, Map<String, Long> webhooksSinceStart) {
    return new TotalsJson(
        totals.cycles().joined(),
        totals.cycles().closed(),
        totals.cycles().inferred(),
        totals.cycles().open(),
        totals.cycles().orphaned(),
        totals.cycles().attempts(),
        totals.quarantined(),
        totals.blindSpots(),
        webhooksSinceStart);
  }
}
