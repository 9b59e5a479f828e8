package dev.attendance.store;

import static dev.attendance.store.BrokenStores.broken;

import java.util.List;

/** Stores that break what {@link Quarantine} promises. */
final class QuarantineDefects {

  private QuarantineDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "takes nothing out of quarantine",
            "whatCanBeDecodedNowIsRecordedAndTakenOut",
            store -> broken(store, Quarantine.class, "remove", arguments -> true)),
        new Defect(
            "loses bodies that came at the same time",
            "pagesThatFollowEachOtherBringEveryBodyOnceEvenIfSomeAreTakenOut",
            store ->
                broken(
                    store,
                    Quarantine.class,
                    "after",
                    arguments ->
                        store.quarantine().oldest(9).stream()
                            .filter(
                                body ->
                                    body.receivedAt()
                                        .isAfter(((Quarantine.Body) arguments[0]).receivedAt()))
                            .limit((int) arguments[1])
                            .toList())),
        new Defect(
            "keeps a body twice",
            "aBodyIsKeptOncePerSourceAndDigest",
            store -> broken(store, Quarantine.class, "keep", arguments -> true)));
  }
}
