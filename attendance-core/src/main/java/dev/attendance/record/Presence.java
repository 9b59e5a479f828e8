package dev.attendance.record;

import dev.attendance.cycle.Cycle;
import dev.attendance.time.Bounds;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When a person was there: for certain, at best, and possibly. Each set contains the one before it.
 *
 * @param certain there for certain
 * @param best there by the best values
 * @param possible not there outside of it
 */
public record Presence(IntervalSet certain, IntervalSet best, IntervalSet possible) {

  /**
   * {@return the union of cycles: two at once count once} (R11)
   *
   * @param cycles the counted cycles of one person
   */
  public static Presence of(List<Cycle> cycles) {
    List<Interval> certain = new ArrayList<>(cycles.size());
    List<Interval> best = new ArrayList<>(cycles.size());
    List<Interval> possible = new ArrayList<>(cycles.size());
    for (Cycle cycle : cycles) {
      certain.addAll(cycle.certain().intervals());
      best.add(cycle.best());
      possible.add(cycle.possible());
    }
    return new Presence(
        IntervalSet.unionOf(certain), IntervalSet.unionOf(best), IntervalSet.unionOf(possible));
  }

  /**
   * {@return the same inside a window} (R13)
   *
   * @param window what to cut to
   */
  public Presence within(IntervalSet window) {
    return new Presence(
        certain.intersection(window), best.intersection(window), possible.intersection(window));
  }

  /**
   * {@return the same with short gaps bridged} (R12)
   *
   * @param grace the longest gap to bridge, inclusive
   */
  public Presence bridged(Duration grace) {
    return new Presence(certain.bridged(grace), best.bridged(grace), possible.bridged(grace));
  }

  /** {@return how long} */
  public Bounds duration() {
    return new Bounds(certain.duration(), best.duration(), possible.duration());
  }
}
