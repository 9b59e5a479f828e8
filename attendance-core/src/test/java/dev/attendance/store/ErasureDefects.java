package dev.attendance.store;

import static dev.attendance.store.BrokenStores.broken;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Stores that keep something of a person who was erased. */
final class ErasureDefects {

  private ErasureDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "erases nobody from the log",
            "pseudonymsReplaceIdentitiesInTheLogAndNothingElse",
            store ->
                BrokenStores.brokenTransaction(store, "pseudonymise", (room, arguments) -> 1L)),
        new Defect(
            "erases some identities of a person only",
            "nothingOfAPersonIsLeftAndTotalsStay",
            store ->
                BrokenStores.brokenTransaction(
                    store,
                    "pseudonymise",
                    (room, arguments) -> room.pseudonymise(first((Map<?, ?>) arguments[0])))),
        new Defect(
            "erases nobody from revisions",
            "nothingOfAPersonIsLeftAndTotalsStay",
            store -> broken(store, SessionRecords.class, "pseudonymise", arguments -> 2L)),
        new Defect(
            "erases nobody from corrections",
            "nothingOfAPersonIsLeftAndTotalsStay",
            store -> broken(store, CorrectionLog.class, "pseudonymise", arguments -> 3L)),
        new Defect(
            "erases nobody from rosters",
            "aPersonIsErasedFromTheRostersThatTheStoreKeeps",
            store -> broken(store, SessionPlans.class, "pseudonymise", arguments -> 2L)));
  }

  private static Map<String, String> first(Map<?, ?> identities) {
    return identities.entrySet().stream()
        .limit(1)
        .collect(
            Collectors.toMap(entry -> (String) entry.getKey(), entry -> (String) entry.getValue()));
  }
}
