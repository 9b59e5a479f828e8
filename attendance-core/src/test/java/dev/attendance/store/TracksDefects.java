package dev.attendance.store;

import static dev.attendance.store.BrokenStores.broken;

import java.util.List;

/** Stores that break what is promised of tracks. */
final class TracksDefects {

  private TracksDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "forgets how a track ended",
            "whatIsLearnedOfATrackIsMergedWithWhatWasKept",
            store ->
                BrokenStores.brokenTransaction(
                    store,
                    "save",
                    (room, arguments) -> BrokenStores.savedEndless(room, arguments))),
        new Defect(
            "brings tracks in another order",
            "tracksComeByTheirCyclesAndThenBySidEachComparedExactly",
            store ->
                broken(
                    store,
                    Rooms.class,
                    "tracks",
                    arguments ->
                        BrokenStores.reversed(store.rooms().tracks((String) arguments[0])))));
  }
}
