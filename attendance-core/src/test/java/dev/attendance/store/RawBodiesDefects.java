package dev.attendance.store;

import static dev.attendance.store.BrokenStores.broken;

import java.util.List;
import java.util.Optional;

/** Stores that break what {@link RawBodies} promises. */
final class RawBodiesDefects {

  private RawBodiesDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "keeps no raw bodies",
            "theBodyOfAnEventIsKeptAsItCame",
            store -> broken(store, RawBodies.class, "body", arguments -> Optional.empty())),
        new Defect(
            "keeps raw bodies where nobody wants them",
            "whatIsSwitchedOffIsNotKept",
            store -> BrokenStores.rememberingBodies(store)),
        new Defect(
            "keeps the latest of several raw bodies",
            "aDuplicateKeepsNoSecondBodyAndChangesNone",
            store -> BrokenStores.rememberingBodies(store)),
        new Defect(
            "leaves raw bodies of a room that is purged",
            "theBodiesOfAPurgedRoomGoWithIt",
            store -> BrokenStores.rememberingBodies(store)),
        new Defect(
            "leaves raw bodies of somebody who is erased",
            "pseudonymsTakeTheBodiesOfThoseEventsAlong",
            store -> BrokenStores.rememberingBodies(store)),
        new Defect(
            "has no raw bodies if one is asked",
            "itIsKnownWhetherThereIsAnyBody",
            store -> broken(store, RawBodies.class, "isEmpty", arguments -> true)),
        new Defect(
            "removes no raw body that names somebody",
            "anErasureLeavesNoNameInBodiesAndTheTotalsAsTheyWere",
            store -> broken(store, RawBodies.class, "remove", arguments -> 0L)),
        new Defect(
            "removes all raw bodies of a room",
            "bodiesOfOneRoomAreRemovedByWhatTheyHold",
            store ->
                broken(
                    store,
                    RawBodies.class,
                    "remove",
                    arguments -> store.rawBodies().remove((String) arguments[0], body -> true))));
  }
}
