package dev.attendance.store;

import static dev.attendance.store.BrokenStores.broken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;

import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.record.Correction;
import dev.attendance.record.HistoryPosition;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.store.memory.MemoryStore;
import dev.attendance.testkit.AttendanceStoreContract;
import dev.attendance.testkit.Events;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The test of the contract kit: a store that breaks a promise fails the test of that promise. */
class BrokenStoreTest {

  /** What is wrong with a store, and the test that must notice. */
  record Defect(String name, String noticedBy, UnaryOperator<AttendanceStore> broken) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** What {@link Contract} is run against; tests of this class run one after another. */
  private static UnaryOperator<AttendanceStore> underTest = UnaryOperator.identity();

  /** Not a test of ours: run by the tests below only. */
  static final class Contract extends AttendanceStoreContract {
    @Override
    protected AttendanceStore emptyStore(RawBodyStorage bodies) {
      return underTest.apply(new MemoryStore(bodies));
    }

    @Override
    protected AttendanceStore secondNode(AttendanceStore store) {
      return store;
    }

    @Override
    protected void close() {}
  }

  @Test
  void aGoodStorePassesAndNothingIsSkipped() {
    EngineExecutionResults results = run(UnaryOperator.identity());
    results.testEvents().assertStatistics(statistics -> statistics.skipped(0).aborted(0).failed(0));
    // At least so many as there were when this was written: none was lost on the way.
    assertThat(results.testEvents().succeeded().count()).isGreaterThanOrEqualTo(83);
  }

  @ParameterizedTest
  @MethodSource
  void aBrokenStoreFails(Defect defect) {
    List<String> failed =
        run(defect.broken())
            .testEvents()
            .filter(finishedWithFailure()::matches)
            .map(event -> event.getTestDescriptor().getDisplayName())
            .toList();
    assertThat(failed).contains(defect.noticedBy() + "()");
  }

  private static EngineExecutionResults run(UnaryOperator<AttendanceStore> store) {
    underTest = store;
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(Contract.class)).execute();
  }

  /** By some defect each; none can be added that no broken store fails. */
  @Test
  void everySuiteIsFailedByABrokenStore() {
    Set<String> noticing =
        aBrokenStoreFails().map(Defect::noticedBy).collect(Collectors.toUnmodifiableSet());
    assertThat(AttendanceStoreContract.class.getInterfaces())
        .allSatisfy(
            suite ->
                assertThat(suite.getDeclaredMethods())
                    .extracting(Method::getName)
                    .as("tests of %s", suite.getSimpleName())
                    .containsAnyElementsOf(noticing));
  }

  static Stream<Defect> aBrokenStoreFails() {
    return Stream.concat(PrivacyDefects.all(), others());
  }

  private static Stream<Defect> others() {
    return Stream.of(
        new Defect(
            "forgets what is a duplicate",
            "anEventAppendedBeforeIsADuplicate",
            BrokenStoreTest::findingNoDuplicates),
        new Defect(
            "tells several writers of one event that each was the first",
            "ofSeveralWritersOfAnEventExactlyOneAppendsIt",
            BrokenStoreTest::findingNoDuplicates),
        new Defect(
            "appends one by one until one fails",
            "ifItThrowsNothingWasAppended",
            store ->
                broken(
                    store,
                    EventLog.class,
                    "append",
                    arguments -> {
                      List<AppendOutcome> outcomes = new ArrayList<>();
                      events(arguments[0])
                          .forEach(event -> outcomes.addAll(store.events().append(List.of(event))));
                      return outcomes;
                    })),
        new Defect(
            "reads the log in no order",
            "everyFieldOfEveryKindIsKeptExactly",
            store ->
                broken(
                    store,
                    EventLog.class,
                    "events",
                    arguments -> reversed(store.events().events((String) arguments[0])))),
        new Defect(
            "writes when it is only to check whether it could",
            "checkingWhetherItIsWritableChangesNothing",
            store ->
                broken(
                    store,
                    EventLog.class,
                    "checkWritable",
                    arguments -> store.events().append(List.of(Events.in("RM_check").started(1))))),
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
                    })),
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
                    (room, arguments) -> BrokenStores.cyclesInAnyCase(room, arguments))),
        new Defect(
            "forgets how a track ended",
            "whatIsLearnedOfATrackIsMergedWithWhatWasKept",
            store ->
                BrokenStores.brokenTransaction(
                    store,
                    "save",
                    (room, arguments) -> BrokenStores.savedEndless(room, arguments))),
        new Defect(
            "brings tracks in another order",
            "tracksComeByTheirCyclesAndThenBySidEachComparedExactly",
            store ->
                broken(
                    store,
                    Rooms.class,
                    "tracks",
                    arguments -> reversed(store.rooms().tracks((String) arguments[0])))),
        new Defect(
            "pages from the beginning again",
            "roomsWithOpenCyclesArePaged",
            store ->
                broken(
                    store,
                    Rooms.class,
                    "roomsWithOpenCycles",
                    arguments -> store.rooms().roomsWithOpenCycles("", (int) arguments[1]))),
        new Defect(
            "brings the oldest rooms first",
            "latestRoomsAreThoseWithTheLatestActivity",
            store ->
                broken(
                    store,
                    Rooms.class,
                    "latestRooms",
                    arguments -> reversed(store.rooms().latestRooms((int) arguments[0])))),
        new Defect(
            "counts what has just fallen silent",
            "totalsCountCyclesByWhereTheyStand",
            store ->
                broken(
                    store,
                    Rooms.class,
                    "totals",
                    arguments -> store.rooms().totals(((Instant) arguments[0]).plusMillis(1)))),
        new Defect(
            "never settles",
            "roomsAreToSettleUntilTheyWereSettledInTheirVersion",
            store -> broken(store, SessionRecords.class, "settle", arguments -> null)),
        new Defect(
            "says that a revision was saved which was there",
            "ofSeveralSaversOfARevisionExactlyOneSucceeds",
            store -> broken(store, SessionRecords.class, "save", arguments -> true)),
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
                    arguments -> reversed(store.corrections().of((SessionId) arguments[0])))),
        new Defect(
            "takes corrections of one session for those of all",
            "idsAreToldApartWithinASessionAndAmongThoseOfAllSessions",
            store ->
                broken(
                    store,
                    CorrectionLog.class,
                    "ofAllSessions",
                    arguments -> store.corrections().of(new SessionId("s1")))),
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
            "tells of a session before it is due",
            "aPlanNotesItsSessionForWhenItIsOver",
            store ->
                broken(
                    store,
                    SessionRecords.class,
                    "sessionsToSettle",
                    arguments ->
                        store
                            .records()
                            .sessionsToSettle(
                                Instant.MAX, (String) arguments[1], (int) arguments[2]))),
        new Defect(
            "keeps quiet about a room that is taken",
            "aRoomHoldsOnePlanAtATime",
            store ->
                broken(
                    store,
                    SessionPlans.class,
                    "put",
                    arguments -> {
                      try {
                        store.plans().put((SessionPlan) arguments[0]);
                      } catch (RoomTakenException e) {
                        // As if nothing were.
                      }
                      return null;
                    })),
        new Defect(
            "removes the plan first and then looks whether it can be put",
            "aPlanThatIsRefusedLeavesTheOneOfItsIdAsItWas",
            store ->
                broken(
                    store,
                    SessionPlans.class,
                    "put",
                    arguments -> {
                      store.plans().remove(((SessionPlan) arguments[0]).id());
                      store.plans().put((SessionPlan) arguments[0]);
                      return null;
                    })),
        new Defect(
            "finds plans that only abut",
            "plansOfARoomAreThoseWhoseWindowOverlaps",
            store ->
                broken(
                    store,
                    SessionPlans.class,
                    "plans",
                    arguments -> {
                      Interval window = (Interval) arguments[1];
                      return store
                          .plans()
                          .plans(
                              (String) arguments[0],
                              new Interval(window.start(), window.end().plusMillis(1)));
                    })),
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
                    })),
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
                        reversed(
                            store
                                .records()
                                .history(
                                    (PersonId) arguments[0],
                                    (Interval) arguments[1],
                                    position(arguments[2]),
                                    (int) arguments[3])))),
        new Defect(
            "takes a late beat for one in time",
            "aBeatThatComesTooLateBeginsAnotherStretch",
            store ->
                broken(
                    store,
                    Coverage.class,
                    "beat",
                    arguments -> beat(store, (String) arguments[0], arguments[1], 1_000))),
        new Defect(
            "takes all nodes for one",
            "nodesAreToldApartExactly",
            store ->
                broken(
                    store,
                    Coverage.class,
                    "beat",
                    arguments -> beat(store, "node", arguments[1], 10))),
        new Defect(
            "forgets what was settled before a blind spot was known",
            "aStretchThatBeginsNotesWhatWasSettledSinceTheLastBeat",
            store ->
                broken(
                    store,
                    Coverage.class,
                    "beat",
                    arguments -> {
                      Duration always = Duration.ofDays(4_000_000);
                      store
                          .coverage()
                          .beat(
                              (String) arguments[0], (Instant) arguments[1], always, Duration.ZERO);
                      return null;
                    })),
        new Defect(
            "tells only of the time asked about",
            "whatLiesNearestOnEitherSideComesToo",
            store ->
                broken(
                    store,
                    Coverage.class,
                    "covered",
                    arguments -> {
                      Interval time = (Interval) arguments[0];
                      return store.coverage().covered(time).intersection(IntervalSet.of(time));
                    })),
        new Defect(
            "brings the latest revisions first",
            "everyRevisionCanBeReadAgain",
            store ->
                broken(
                    store,
                    SessionRecords.class,
                    "revisions",
                    arguments ->
                        reversed(
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
                    arguments -> store.records().latest((SessionId) arguments[0]))),
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
                                .toList())),
        new Defect(
            "takes a purged room for one that never was",
            "anEventThatComesAfterThePurgeDoesNotBringTheSessionBack",
            store ->
                BrokenStores.brokenTransaction(
                    store, "state", (room, arguments) -> Optional.empty())),
        new Defect(
            "purges what is projected and not the log",
            "ofAPurgedRoomNothingIsLeftButTheRoom",
            store ->
                BrokenStores.brokenTransaction(
                    store,
                    "purge",
                    (room, arguments) -> {
                      room.replace(
                          new RoomProjection(
                              (RoomFacts) arguments[0],
                              RoomMarks.NONE,
                              List.of(),
                              List.of(),
                              0,
                              0));
                      return 0L;
                    })),
        new Defect(
            "takes every room for inactive",
            "inactiveRoomsAreThoseWithoutOpenCyclesThatFellSilentBefore",
            store ->
                broken(
                    store,
                    Rooms.class,
                    "inactiveRooms",
                    arguments ->
                        store.rooms().roomsToSettle((String) arguments[1], (int) arguments[2]))),
        new Defect(
            "goes by any revision",
            "sessionsSettledBeforeAreThoseOfWhichEveryRevisionWas",
            store ->
                broken(
                    store,
                    SessionRecords.class,
                    "settledBefore",
                    arguments ->
                        store
                            .records()
                            .settledBefore(
                                Events.at(99), (String) arguments[1], (int) arguments[2]))),
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
                    arguments -> store.rawBodies().remove((String) arguments[0], body -> true))),
        new Defect(
            "keeps a body twice",
            "aBodyIsKeptOncePerSourceAndDigest",
            store -> broken(store, Quarantine.class, "keep", arguments -> true)));
  }

  private static AttendanceStore findingNoDuplicates(AttendanceStore store) {
    return broken(
        store,
        EventLog.class,
        "append",
        arguments -> {
          List<? extends AttendanceEvent> events = events(arguments[0]);
          store.events().append(events);
          return events.stream().map(event -> AppendOutcome.APPENDED).toList();
        });
  }

  @SuppressWarnings("unchecked")
  private static List<? extends AttendanceEvent> events(Object argument) {
    return (List<? extends AttendanceEvent>) argument;
  }

  @SuppressWarnings("unchecked")
  private static Consumer<RoomTransaction> work(Object argument) {
    return (Consumer<RoomTransaction>) argument;
  }

  @SuppressWarnings("unchecked")
  private static Optional<HistoryPosition> position(Object argument) {
    return (Optional<HistoryPosition>) argument;
  }

  private static Object beat(AttendanceStore store, String node, Object at, int seconds) {
    store.coverage().beat(node, (Instant) at, Duration.ofSeconds(seconds), Duration.ZERO);
    return at;
  }

  @SuppressWarnings("unchecked")
  private static Consumer<AttendanceEvent> each(Object argument) {
    return (Consumer<AttendanceEvent>) argument;
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }

  private static RoomSnapshot<?> withPending(AttendanceStore store, String sid, Object folds) {
    Object fold = ((Supplier<?>) folds).get();
    store.events().events(sid).forEach(each(fold));
    return new RoomSnapshot<>(sid, Optional.of(fold), Optional.empty());
  }
}
