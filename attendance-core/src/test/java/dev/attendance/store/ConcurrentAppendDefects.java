package dev.attendance.store;

import java.util.List;

/** Stores that append wrongly if several do at once. */
final class ConcurrentAppendDefects {

  private ConcurrentAppendDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "tells several writers of one event that each was the first",
            "ofSeveralWritersOfAnEventExactlyOneAppendsIt",
            BrokenStores::findingNoDuplicates));
  }
}
