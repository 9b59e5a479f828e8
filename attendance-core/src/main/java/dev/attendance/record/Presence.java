package dev.attendance.record;

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
    for (int i = 0; i < count; i++) {
      Cycle cycle = cycles.get(i);
      starts[i] = cycle.start().latest().toEpochMilli();
      // Where nothing is certain, an empty interval.
      ends[i] = Math.max(starts[i], cycle.end().earliest().toEpochMilli());
    }
    IntervalSet certain = IntervalSet.unionOf(starts, ends, count);
    for (int i = 0; i < count; i++) {
      Cycle cycle = cycles.get(i);
      starts[i] = cycle.start().best().toEpochMilli();
      ends[i] = cycle.end().best().toEpochMilli();
    }
    IntervalSet best = IntervalSet.unionOf(starts, ends, count);
    for (int i = 0; i < count; i++) {
      Cycle cycle = cycles.get(i);
      starts[i] = cycle.start().earliest().toEpochMilli();
      ends[i] = cycle.end().latest().toEpochMilli();
    }
    return new Presence(certain, best, IntervalSet.unionOf(starts, ends, count));
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
    return orThis(
        certain.intersection(window), best.intersection(window), possible.intersection(window));
  }

  /**
   * {@return the same inside a window that is known as far as this is} (R13, R20)
   *
   * @param window what to cut to: the certain time to the certain one, and so on
   */
  public Presence within(Presence window) {
    return orThis(
        certain.intersection(window.certain),
        best.intersection(window.best),
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
  @SuppressWarnings("ReferenceEquality") // Equal ones that are not the same are merely copied.
  private Presence orThis(IntervalSet newCertain, IntervalSet newBest, IntervalSet newPossible) {
    return newCertain == certain && newBest == best && newPossible == possible
        ? this
        : new Presence(newCertain, newBest, newPossible);
  }

  /** {@return how long} */
  public Bounds duration() {
    return new Bounds(certain.duration(), best.duration(), possible.duration());
  }
}
