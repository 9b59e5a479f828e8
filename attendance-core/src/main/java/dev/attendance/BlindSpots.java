package dev.attendance;

import dev.attendance.cycle.SourceTiming;
import dev.attendance.event.FieldRules;
import dev.attendance.store.Coverage;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Duration;

/**
 * The times of which something may never have reached us (R21): when no node was up for longer than
 * a few beats, and shortly before. Before the first beat ever and after the last one nothing is
 * known, and nothing claimed.
 */
final class BlindSpots {

  private static final Interval EVER = new Interval(FieldRules.EARLIEST, FieldRules.LATEST);

  private final Coverage coverage;
  private final Duration longestGap;
  private final SourceTiming timing;

  BlindSpots(Coverage coverage, Duration longestGap, SourceTiming timing) {
    this.coverage = coverage;
    this.longestGap = longestGap;
    this.timing = timing;
  }

  /** Those that touch a stretch of time, in full: they may reach out of it. */
  IntervalSet touching(Interval time) {
    // A gap that begins later may reach back to it, and one that ended may reach on.
    Interval lost = timing.lostDuring(time);
    Interval near =
        new Interval(
            time.start().minus(Duration.between(time.end(), lost.end())),
            time.end().plus(Duration.between(lost.start(), time.start())));
    return IntervalSet.unionOf(
        gaps(near).intervals().stream().map(timing::lostDuring).filter(time::overlaps).toList());
  }

  /** How long before nobody was up something may have been lost already. */
  Duration lostBefore() {
    return Duration.between(timing.lostDuring(EVER).start(), EVER.start());
  }

  /** How many there were ever. */
  long count() {
    return gaps(EVER).intervals().size();
  }

  private IntervalSet gaps(Interval time) {
    return coverage.covered(time).bridged(longestGap).gaps();
  }
}
