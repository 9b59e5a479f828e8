package dev.attendance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.attendance.session.SessionId;
import dev.attendance.store.memory.MemoryStore;
import dev.attendance.testkit.model.AgreementContract;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The test of the random part of the kit: what a store does otherwise than others is found. */
class BrokenAgreementTest {

  /** What is wrong with a store. */
  record Difference(String name, UnaryOperator<AttendanceStore> broken) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** What {@link Agreement} is run against; tests of this class run one after another. */
  private static UnaryOperator<AttendanceStore> underTest = UnaryOperator.identity();

  /** Not a test of ours: run by the tests below only. */
  static final class Agreement extends AgreementContract {
    @Override
    protected AttendanceStore emptyStore() {
      return underTest.apply(new MemoryStore());
    }

    @Override
    protected AttendanceStore secondNode(AttendanceStore store) {
      return store;
    }

    @Override
    protected void close() {}
  }

  @Test
  void theStoreInMemoryAgreesWithItself() {
    run(UnaryOperator.identity(), 100)
        .assertStatistics(statistics -> statistics.started(1).succeeded(1));
  }

  @ParameterizedTest
  @MethodSource
  void aDifferenceIsFound(Difference difference) {
    assertThat(run(difference.broken(), 1_000).failed().count()).isOne();
  }

  private static Events run(UnaryOperator<AttendanceStore> store, int tries) {
    underTest = store;
    return EngineTestKit.engine("jqwik")
        .selectors(selectClass(Agreement.class))
        .configurationParameter("jqwik.tries.default", Integer.toString(tries))
        .configurationParameter("jqwik.shrinking.default", "OFF")
        .configurationParameter("jqwik.database", "")
        .execute()
        .testEvents();
  }

  static Stream<Difference> aDifferenceIsFound() {
    return Stream.of(
        new Difference(
            "reads marks of the last hour only",
            store ->
                BrokenStores.brokenTransaction(
                    store,
                    "marks",
                    (room, arguments) ->
                        room.marks(((Instant) arguments[0]).plus(Duration.ofHours(1))))),
        new Difference(
            "forgets how a track ended",
            store ->
                BrokenStores.brokenTransaction(
                    store,
                    "save",
                    (room, arguments) -> BrokenStores.savedEndless(room, arguments))),
        new Difference(
            "tells of covered time only within the time asked about",
            store ->
                BrokenStores.broken(
                    store,
                    Coverage.class,
                    "covered",
                    arguments -> {
                      Interval time = (Interval) arguments[0];
                      return store.coverage().covered(time).intersection(IntervalSet.of(time));
                    })),
        new Difference(
            "knows no corrections about all sessions",
            store ->
                BrokenStores.broken(
                    store, CorrectionLog.class, "ofAllSessions", arguments -> List.of())),
        new Difference(
            "keeps the revisions that it should purge",
            store -> BrokenStores.broken(store, SessionRecords.class, "purge", arguments -> null)),
        new Difference(
            "erases nobody from rosters",
            store ->
                BrokenStores.broken(store, SessionPlans.class, "pseudonymise", arguments -> 0L)),
        new Difference(
            "forgets plans",
            store ->
                BrokenStores.broken(
                    store,
                    SessionPlans.class,
                    "plan",
                    arguments ->
                        ((SessionId) arguments[0]).value().equals("S1")
                            ? Optional.empty()
                            : store.plans().plan((SessionId) arguments[0]))),
        new Difference(
            "takes nothing out of quarantine",
            store -> BrokenStores.broken(store, Quarantine.class, "remove", arguments -> true)));
  }
}
