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
    // By number: a session has far more cycles than anything else.
    int count = cycles.size();
    long[] certainStarts = new long[count];
    long[] certainEnds = new long[count];
    long[] bestStarts = new long[count];
    long[] bestEnds = new long[count];
    long[] possibleStarts = new long[count];
    long[] possibleEnds = new long[count];
    for (int i = 0; i < count; i++) {
      Boundary start = cycles.get(i).start();
      Boundary end = cycles.get(i).end();
      certainStarts[i] = start.latest().toEpochMilli();
      // Where nothing is certain, an empty interval.
      certainEnds[i] = Math.max(end.earliest().toEpochMilli(), certainStarts[i]);
      bestStarts[i] = start.best().toEpochMilli();
      bestEnds[i] = end.best().toEpochMilli();
      possibleStarts[i] = start.earliest().toEpochMilli();
      possibleEnds[i] = end.latest().toEpochMilli();
    }
    return new Presence(
        IntervalSet.unionOf(certainStarts, certainEnds),
        IntervalSet.unionOf(bestStarts, bestEnds),
        IntervalSet.unionOf(possibleStarts, possibleEnds));
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
