package dev.attendance.store;

import static dev.attendance.store.BrokenStores.broken;

import dev.attendance.record.HistoryPosition;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.time.Interval;
import java.util.List;
import java.util.Optional;

/** Stores that break what {@link SessionRecords} promises. */
final class SessionRecordsDefects {

  private SessionRecordsDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "says that a revision was saved which was there",
            "ofSeveralSaversOfARevisionExactlyOneSucceeds",
            store -> broken(store, SessionRecords.class, "save", arguments -> true)),
        new Defect(
            "forgets that a session was settled again",
            "theLatestRevisionsOfManySessionsAreReadTogether",
            store ->
                broken(
                    store,
                    SessionRecords.class,
                    "latest",
                    arguments ->
                        arguments[0] instanceof SessionId session
                            ? store.records().latest(session)
                            : List.of())),
        new Defect(
            "begins a history with the earliest session",
            "aHistoryHasTheLatestRevisionsOnlyAndTheLatestSessionFirst",
            store ->
                broken(
                    store,
                    SessionRecords.class,
                    "history",
                    arguments ->
                        BrokenStores.reversed(
                            store
                                .records()
                                .history(
                                    (PersonId) arguments[0],
                                    (Interval) arguments[1],
                                    position(arguments[2]),
                                    (int) arguments[3])))),
        new Defect(
            "brings the latest revisions first",
            "everyRevisionCanBeReadAgain",
            store ->
                broken(
                    store,
                    SessionRecords.class,
                    "revisions",
                    arguments ->
                        BrokenStores.reversed(
                            store
                                .records()
                                .revisions(
                                    (SessionId) arguments[0],
                                    (int) arguments[1],
                                    (int) arguments[2])))),
        new Defect(
            "takes the latest revision for any",
            "everyRevisionCanBeReadAgain",
            store ->
                broken(
                    store,
                    SessionRecords.class,
                    "revision",
                    arguments -> store.records().latest((SessionId) arguments[0]))));
  }

  @SuppressWarnings("unchecked")
  private static Optional<HistoryPosition> position(Object argument) {
    return (Optional<HistoryPosition>) argument;
  }
}
