package dev.attendance.store;

import static dev.attendance.store.BrokenStores.broken;

import dev.attendance.cycle.RoomFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Stores that break what {@link FoldQueue} promises. */
final class FoldQueueDefects {

  private FoldQueueDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "loses what is pending",
            "whatIsAppendedIsPendingUntilItIsFolded",
            store -> broken(store, FoldQueue.class, "roomsToFold", arguments -> List.<String>of())),
        new Defect(
            "commits a fold that threw",
            "aFoldThatThrowsChangesNothing",
            store ->
                broken(
                    store,
                    FoldQueue.class,
                    "fold",
                    arguments -> {
                      List<RuntimeException> thrown = new ArrayList<>();
                      store
                          .folds()
                          .fold(
                              (String) arguments[0],
                              room -> {
                                try {
                                  work(arguments[1]).accept(room);
                                } catch (RuntimeException e) {
                                  thrown.add(e);
                                }
                              });
                      thrown.forEach(
                          e -> {
                            throw e;
                          });
                      return null;
                    })),
        new Defect(
            "reads the room before it holds it",
            "foldsOfOneRoomAreSerialisedAndLoseNoUpdate",
            store ->
                broken(
                    store,
                    FoldQueue.class,
                    "fold",
                    arguments -> {
                      String roomSid = (String) arguments[0];
                      Optional<RoomFacts> stale =
                          store.rooms().room(roomSid).map(FoldedRoom::facts);
                      store
                          .folds()
                          .fold(
                              roomSid,
                              room ->
                                  work(arguments[1])
                                      .accept(
                                          BrokenStores.replacing(
                                              RoomTransaction.class, room, "room", none -> stale)));
                      return null;
                    })));
  }

  @SuppressWarnings("unchecked")
  private static Consumer<RoomTransaction> work(Object argument) {
    return (Consumer<RoomTransaction>) argument;
  }
}
