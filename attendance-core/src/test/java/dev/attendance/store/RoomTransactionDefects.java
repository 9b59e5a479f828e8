package dev.attendance.store;

import java.time.Instant;
import java.util.List;

/** Stores that break what {@link RoomTransaction} promises. */
final class RoomTransactionDefects {

  private RoomTransactionDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "reads marks only after the instant",
            "marksAreReadFromAnInstantOn",
            store ->
                BrokenStores.brokenTransaction(
                    store,
                    "marks",
                    (room, arguments) -> room.marks(((Instant) arguments[0]).plusMillis(1)))),
        new Defect(
            "finds identities in any case",
            "sidsAndIdentitiesAreComparedExactly",
            store ->
                BrokenStores.brokenTransaction(
                    store,
                    "cycles",
                    (room, arguments) -> BrokenStores.cyclesInAnyCase(room, arguments))));
  }
}
