package dev.attendance.store;

import static dev.attendance.store.BrokenStores.broken;

import dev.attendance.record.Correction;
import dev.attendance.session.SessionId;
import java.util.List;

/** Stores that break what {@link CorrectionLog} promises. */
final class CorrectionLogDefects {

  private CorrectionLogDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "forgets which corrections it has",
            "aKnownIdChangesNothing",
            store ->
                broken(
                    store,
                    CorrectionLog.class,
                    "append",
                    arguments -> {
                      store.corrections().append((Correction) arguments[0]);
                      return AppendOutcome.APPENDED;
                    })),
        new Defect(
            "reads corrections in no order",
            "correctionsAreReadByWhenTheyWereMadeAndThenByTheirIds",
            store ->
                broken(
                    store,
                    CorrectionLog.class,
                    "of",
                    arguments ->
                        BrokenStores.reversed(store.corrections().of((SessionId) arguments[0])))),
        new Defect(
            "takes corrections of one session for those of all",
            "idsAreToldApartWithinASessionAndAmongThoseOfAllSessions",
            store ->
                broken(
                    store,
                    CorrectionLog.class,
                    "ofAllSessions",
                    arguments -> store.corrections().of(new SessionId("s1")))));
  }
}
