package dev.attendance.store;

import static dev.attendance.store.BrokenStores.broken;

import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.session.SessionId;
import dev.attendance.testkit.Events;
import java.util.List;
import java.util.Optional;

/** Stores that keep what was to be purged, or purge what was not. */
final class PurgeDefects {

  private PurgeDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "takes a purged room for one that never was",
            "anEventThatComesAfterThePurgeDoesNotBringTheSessionBack",
            store ->
                BrokenStores.brokenTransaction(
                    store, "state", (room, arguments) -> Optional.empty())),
        new Defect(
            "purges what is projected and not the log",
            "ofAPurgedRoomNothingIsLeftButTheRoom",
            store ->
                BrokenStores.brokenTransaction(
                    store,
                    "purge",
                    (room, arguments) -> {
                      room.replace(
                          new RoomProjection(
                              (RoomFacts) arguments[0],
                              RoomMarks.NONE,
                              List.of(),
                              List.of(),
                              0,
                              0));
                      return 0L;
                    })),
        new Defect(
            "takes every room for inactive",
            "inactiveRoomsAreThoseWithoutOpenCyclesThatFellSilentBefore",
            store ->
                broken(
                    store,
                    Rooms.class,
                    "inactiveRooms",
                    arguments ->
                        store.rooms().roomsToSettle((String) arguments[1], (int) arguments[2]))),
        new Defect(
            "goes by any revision",
            "sessionsSettledBeforeAreThoseOfWhichEveryRevisionWas",
            store ->
                broken(
                    store,
                    SessionRecords.class,
                    "settledBefore",
                    arguments ->
                        store
                            .records()
                            .settledBefore(
                                Events.at(99), (String) arguments[1], (int) arguments[2]))),
        new Defect(
            "keeps rosters of sessions that were purged",
            "plansThatTheStoreKeepsGoWithTheRecords",
            store -> broken(store, SessionPlans.class, "purge", arguments -> null)),
        new Defect(
            "purges plans that were put anew",
            "aSessionThatIsPlannedAnewStays",
            store ->
                broken(
                    store,
                    SessionPlans.class,
                    "purge",
                    arguments -> {
                      store.plans().remove((SessionId) arguments[0]);
                      return null;
                    })));
  }
}
