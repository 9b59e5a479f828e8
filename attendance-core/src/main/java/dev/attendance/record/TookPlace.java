package dev.attendance.record;

import dev.attendance.time.IntervalSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Whether anybody who counts was there inside the window: only then can somebody have been absent
 * (R18). It may be in doubt (R20).
 *
 * @param certain for certain
 * @param best by the best values
 * @param possible whether it cannot be excluded
 */
record TookPlace(boolean certain, boolean best, boolean possible) {

  static TookPlace of(Collection<PersonPresence> counted, Window window) {
    return new TookPlace(
        anybody(counted, window, Presence::certain),
        anybody(counted, window, Presence::best),
        anybody(counted, window, Presence::possible));
  }

  private static boolean anybody(
      Collection<PersonPresence> counted, Window window, Function<Presence, IntervalSet> which) {
    IntervalSet inside = which.apply(window.extent());
    for (PersonPresence theirs : counted) {
      if (!which.apply(theirs.presence()).intersection(inside).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** When somebody may have been there, if it is in doubt whether anybody was. */
  IntervalSet inDoubt(Collection<PersonPresence> counted, Window window) {
    if (certain == possible) {
      return IntervalSet.empty();
    }
    List<IntervalSet> all = new ArrayList<>(counted.size());
    counted.forEach(theirs -> all.add(theirs.presence().possible()));
    return IntervalSet.inAtLeast(1, all).intersection(window.extent().possible());
  }
}
