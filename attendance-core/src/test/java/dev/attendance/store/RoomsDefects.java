package dev.attendance.store;

import static dev.attendance.store.BrokenStores.broken;

import java.time.Instant;
import java.util.List;

/** Stores that break what {@link Rooms} promises. */
final class RoomsDefects {

  private RoomsDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "pages from the beginning again",
            "roomsWithOpenCyclesArePaged",
            store ->
                broken(
                    store,
                    Rooms.class,
                    "roomsWithOpenCycles",
                    arguments -> store.rooms().roomsWithOpenCycles("", (int) arguments[1]))),
        new Defect(
            "brings the oldest rooms first",
            "latestRoomsAreThoseWithTheLatestActivity",
            store ->
                broken(
                    store,
                    Rooms.class,
                    "latestRooms",
                    arguments ->
                        BrokenStores.reversed(store.rooms().latestRooms((int) arguments[0])))),
        new Defect(
            "counts what has just fallen silent",
            "totalsCountCyclesByWhereTheyStand",
            store ->
                broken(
                    store,
                    Rooms.class,
                    "totals",
                    arguments -> store.rooms().totals(((Instant) arguments[0]).plusMillis(1)))),
        new Defect(
            "never settles",
            "roomsAreToSettleUntilTheyWereSettledInTheirVersion",
            store -> broken(store, SessionRecords.class, "settle", arguments -> null)));
  }
}
