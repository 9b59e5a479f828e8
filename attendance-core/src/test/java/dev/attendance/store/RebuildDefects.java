package dev.attendance.store;

import static dev.attendance.store.BrokenStores.broken;

import dev.attendance.event.AttendanceEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Stores that break what a rebuild needs. */
final class RebuildDefects {

  private RebuildDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "rebuilds from what is pending as well",
            "whatWasFoldedComesExactlyAndWhatIsPendingDoesNot",
            store ->
                BrokenStores.brokenTransaction(
                    store,
                    "folded",
                    (room, arguments) -> {
                      store.events().events("RM_1").forEach(each(arguments[0]));
                      return null;
                    })),
        new Defect(
            "adds to what it should replace",
            "aReplacementLeavesNothingOfWhatWasThere",
            store ->
                BrokenStores.brokenTransaction(
                    store,
                    "replace",
                    (room, arguments) -> {
                      RoomProjection anew = (RoomProjection) arguments[0];
                      room.save(anew.room(), anew.marks(), anew.cycles(), anew.tracks(), List.of());
                      return null;
                    })),
        new Defect(
            "leaves rooms of the log out",
            "theLogBringsEachRoomInstanceOnce",
            store ->
                broken(
                    store,
                    EventLog.class,
                    "roomsAfter",
                    arguments ->
                        store.rooms().roomsToSettle((String) arguments[0], 9).stream()
                            .map(room -> room.facts().sid())
                            .toList())),
        new Defect(
            "looks at all rooms of the log at once",
            "roomsOfTheLogComeTogetherAsFarAsTheyAreNotTooLong",
            store ->
                broken(
                    store,
                    EventLog.class,
                    "roomsAfter",
                    arguments -> store.events().roomsAfter((String) arguments[0], 9_999))),
        new Defect(
            "takes what is pending for folded",
            "aSnapshotIsWhatWasFoldedAndWhatIsKept",
            store ->
                broken(
                    store,
                    FoldQueue.class,
                    "snapshots",
                    arguments ->
                        ((List<?>) arguments[0])
                            .stream()
                                .map(sid -> withPending(store, (String) sid, arguments[2]))
                                .toList())));
  }

  @SuppressWarnings("unchecked")
  private static Consumer<AttendanceEvent> each(Object argument) {
    return (Consumer<AttendanceEvent>) argument;
  }

  private static RoomSnapshot<?> withPending(AttendanceStore store, String sid, Object folds) {
    Object fold = ((Supplier<?>) folds).get();
    store.events().events(sid).forEach(each(fold));
    return new RoomSnapshot<>(sid, Optional.of(fold), Optional.empty());
  }
}
