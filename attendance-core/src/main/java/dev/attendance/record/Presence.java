package dev.attendance.record;

import dev.attendance.cycle.Boundary;
import dev.attendance.cycle.Cycle;
import dev.attendance.time.Bounds;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
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
    // By number, for a session has far more cycles than anything else; the arrays serve thrice.
    int count = cycles.size();
    long[] starts = new long[count];
    long[] ends = new long[count];
    boolean certain = true;
    for (int i = 0; i < count; i++) {
      Boundary start = cycles.get(i).start();
      Boundary end = cycles.get(i).end();
      starts[i] = start.bestAt();
      ends[i] = end.bestAt();
      certain &= start.bestAt() == start.latestAt() && end.bestAt() == end.earliestAt();
    }
    IntervalSet best = IntervalSet.unionOf(starts, ends, count);
    for (int i = 0; i < count; i++) {
      starts[i] = cycles.get(i).start().earliestAt();
      ends[i] = cycles.get(i).end().latestAt();
    }
    IntervalSet possible = IntervalSet.unionOf(starts, ends, count);
    // Mostly clients say goodbye, and all that is in doubt is a fraction of a second more.
    return new Presence(certain ? best : certain(cycles, starts, ends), best, possible);
  }

  private static IntervalSet certain(List<Cycle> cycles, long[] starts, long[] ends) {
    for (int i = 0; i < cycles.size(); i++) {
      starts[i] = cycles.get(i).start().latestAt();
      // Where nothing is certain, an empty interval.
      ends[i] = Math.max(starts[i], cycles.get(i).end().earliestAt());
    }
    return IntervalSet.unionOf(starts, ends, cycles.size());
  }

  /**
   * {@return presence that leaves no doubt}
   *
   * @param time when the person was there
   */
  public static Presence exactly(IntervalSet time) {
    return new Presence(time, time, time);
  }

  /**
   * {@return the time of either}
   *
   * @param other the other presence
   */
  public Presence union(Presence other) {
    return new Presence(
        certain.union(other.certain), best.union(other.best), possible.union(other.possible));
  }

  /**
   * {@return the same outside of some time}
   *
   * @param time what to leave out
   */
  public Presence without(IntervalSet time) {
    return orThis(certain.difference(time), best.difference(time), possible.difference(time));
  }

  /**
   * {@return the same, but that the person may have been there at other times too, unseen} (R21)
   *
   * @param unseen of these times nothing is known for certain
   */
  public Presence orUnseen(IntervalSet unseen) {
    return unseen.isEmpty() ? this : new Presence(certain, best, possible.union(unseen));
  }

  /**
   * {@return the same inside a window} (R13)
   *
   * @param window what to cut to
   */
  public Presence within(IntervalSet window) {
    return within(exactly(window));
  }

  /**
   * {@return the same inside a window that is known as far as this is} (R13, R20)
   *
   * @param window what to cut to: the certain time to the certain one, and so on
   */
  public Presence within(Presence window) {
    IntervalSet newBest = best.intersection(window.best);
    return orThis(
        isSame(certain, best) && isSame(window.certain, window.best)
            ? newBest
            : certain.intersection(window.certain),
        newBest,
        possible.intersection(window.possible));
  }

  /**
   * {@return the same with short gaps bridged} (R12)
   *
   * @param grace the longest gap to bridge, inclusive
   */
  public Presence bridged(Duration grace) {
    return orThis(certain.bridged(grace), best.bridged(grace), possible.bridged(grace));
  }

  /** Most people stay within the window and most policies bridge no gap: nothing changes then. */
  private Presence orThis(IntervalSet newCertain, IntervalSet newBest, IntervalSet newPossible) {
    return isSame(newCertain, certain) && isSame(newBest, best) && isSame(newPossible, possible)
        ? this
        : new Presence(newCertain, newBest, newPossible);
  }

  @SuppressWarnings("ReferenceEquality") // Equal ones that are not the same are merely copied.
  private static boolean isSame(IntervalSet one, IntervalSet other) {
    return one == other;
  }

  /** {@return how long} */
  public Bounds duration() {
    Duration length = best.duration();
    return new Bounds(
        isSame(certain, best) ? length : certain.duration(), length, possible.duration());
  }
}
