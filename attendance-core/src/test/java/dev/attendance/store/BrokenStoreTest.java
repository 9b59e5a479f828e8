package dev.attendance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;

import dev.attendance.store.memory.MemoryStore;
import dev.attendance.testkit.AttendanceStoreContract;
import dev.attendance.testkit.ConcurrentAppendContract;
import dev.attendance.testkit.CorrectionLogContract;
import dev.attendance.testkit.CoverageContract;
import dev.attendance.testkit.ErasureContract;
import dev.attendance.testkit.EventLogContract;
import dev.attendance.testkit.FoldQueueContract;
import dev.attendance.testkit.PurgeContract;
import dev.attendance.testkit.QuarantineContract;
import dev.attendance.testkit.RawBodiesContract;
import dev.attendance.testkit.RebuildContract;
import dev.attendance.testkit.RoomTransactionContract;
import dev.attendance.testkit.RoomsContract;
import dev.attendance.testkit.SessionPlansContract;
import dev.attendance.testkit.SessionRecordsContract;
import dev.attendance.testkit.SettleNotesContract;
import dev.attendance.testkit.TracksContract;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The test of the contract kit: a store that breaks a promise fails the test of that promise. */
class BrokenStoreTest {

  private record Suite(Class<?> contract, List<Defect> defects) {}

  private static final List<Suite> SUITES =
      List.of(
          new Suite(EventLogContract.class, EventLogDefects.all()),
          new Suite(ConcurrentAppendContract.class, ConcurrentAppendDefects.all()),
          new Suite(FoldQueueContract.class, FoldQueueDefects.all()),
          new Suite(RoomTransactionContract.class, RoomTransactionDefects.all()),
          new Suite(RoomsContract.class, RoomsDefects.all()),
          new Suite(TracksContract.class, TracksDefects.all()),
          new Suite(RebuildContract.class, RebuildDefects.all()),
          new Suite(PurgeContract.class, PurgeDefects.all()),
          new Suite(ErasureContract.class, ErasureDefects.all()),
          new Suite(SessionRecordsContract.class, SessionRecordsDefects.all()),
          new Suite(CorrectionLogContract.class, CorrectionLogDefects.all()),
          new Suite(SettleNotesContract.class, SettleNotesDefects.all()),
          new Suite(CoverageContract.class, CoverageDefects.all()),
          new Suite(SessionPlansContract.class, SessionPlansDefects.all()),
          new Suite(QuarantineContract.class, QuarantineDefects.all()),
          new Suite(RawBodiesContract.class, RawBodiesDefects.all()));

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
  @MethodSource("defects")
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
    assertThat(SUITES)
        .extracting(Suite::contract)
        .containsExactlyInAnyOrder(AttendanceStoreContract.class.getInterfaces());
    assertThat(SUITES)
        .allSatisfy(
            suite ->
                assertThat(suite.contract().getDeclaredMethods())
                    .extracting(Method::getName)
                    .as("tests of %s", suite.contract().getSimpleName())
                    .containsAll(suite.defects().stream().map(Defect::noticedBy).toList()));
    assertThat(SUITES).extracting(Suite::defects).noneMatch(List::isEmpty);
  }

  static Stream<Defect> defects() {
    return SUITES.stream().flatMap(suite -> suite.defects().stream());
  }
}
