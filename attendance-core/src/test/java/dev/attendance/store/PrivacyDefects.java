package dev.attendance.store;

import static dev.attendance.store.BrokenStores.broken;

import dev.attendance.session.SessionId;
import dev.attendance.store.BrokenStoreTest.Defect;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stores that keep of a person what was to be erased or purged. */
final class PrivacyDefects {

  private PrivacyDefects() {}

  static Stream<Defect> all() {
    return Stream.of(
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
            store -> broken(store, SessionPlans.class, "pseudonymise", arguments -> 2L)),
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

  private static Map<String, String> first(Map<?, ?> identities) {
    return identities.entrySet().stream()
        .limit(1)
        .collect(
            Collectors.toMap(entry -> (String) entry.getKey(), entry -> (String) entry.getValue()));
  }
}
