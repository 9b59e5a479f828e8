package dev.attendance.cycle;

import dev.attendance.cycle.OpenEnds.Limit;
import dev.attendance.cycle.OpenEnds.Started;
import java.time.Instant;
import java.util.Optional;

/** The ends that the source reported (R3, R5, R6). */
final class ReportedEnds {

  private final SourceTiming timing;

  ReportedEnds(SourceTiming timing) {
    this.timing = timing;
  }

  /** R3: the client said so itself, and was there until then. */
  Boundary said(CycleFacts facts, ReportedEnd end, Boundary start) {
    long at = end.reportedAt();
    return new Boundary(at, at, timing.resolved(at), evidence(facts, end)).notBefore(start);
  }

  /** R3, R7: the server ended it and may have noticed late; what else is known bounds it too. */
  Boundary noticed(Started cycle, Optional<Limit> limit) {
    ReportedEnd end = cycle.facts().reportedEnd().orElseThrow();
    Instant at = end.at();
    Instant latest = timing.resolved(at);
    Instant best = at;
    if (limit.isPresent() && limit.get().latest().isBefore(latest)) {
      latest = limit.get().latest();
      best = Boundary.min(at, limit.get().best());
    }
    return new Boundary(
            Boundary.min(timing.cut(cycle.proven()), best),
            best,
            latest,
            evidence(cycle.facts(), end))
        .notBefore(cycle.start());
  }

  private static Evidence evidence(CycleFacts facts, ReportedEnd end) {
    if (end.noticedLate()) {
      return Evidence.CONNECTION_LOST;
    }
    if (facts.left().isEmpty() || !facts.left().get().equals(end)) {
      return Evidence.CONNECTION_ABORTED;
    }
    return end.saidByClient() ? Evidence.LEFT : Evidence.ENDED_BY_SERVER;
  }
}
