package dev.attendance.store;

import static dev.attendance.store.BrokenStores.broken;

import dev.attendance.record.Correction;
import dev.attendance.session.SessionId;
import dev.attendance.testkit.Events;
import java.util.List;
import java.util.Set;

/** Stores that lose notes of what is to be settled, or make too many. */
final class SettleNotesDefects {

  private SettleNotesDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "does not note what a correction touches",
            "aCorrectionNotesItsSessionAsToSettle",
            store ->
                broken(
                    store,
                    SessionRecords.class,
                    "sessionsToSettle",
                    arguments -> List.<SessionToSettle>of())),
        new Defect(
            "takes away whichever note there is",
            "aNoteStaysUntilItIsTakenAwayAsItWasRead",
            store ->
                broken(
                    store,
                    SessionRecords.class,
                    "settleSession",
                    arguments -> {
                      SessionId session = ((SessionToSettle) arguments[0]).session();
                      store.records().sessionsToSettle(Events.at(9), "", 99).stream()
                          .filter(note -> note.session().equals(session))
                          .forEach(store.records()::settleSession);
                      return null;
                    })),
        new Defect(
            "forgets what is to spread",
            "aCorrectionAboutAllSessionsIsToSpreadUntilItWasSpread",
            store ->
                broken(store, CorrectionLog.class, "toSpread", arguments -> List.<Correction>of())),
        new Defect(
            "takes a merge for spread without noting what it touches",
            "spreadingNotesEachSessionOfWhichARevisionHasThePersons",
            store ->
                broken(
                    store,
                    CorrectionLog.class,
                    "spread",
                    arguments -> {
                      store.corrections().spread((Correction) arguments[0], Set.of());
                      return null;
                    })));
  }
}
