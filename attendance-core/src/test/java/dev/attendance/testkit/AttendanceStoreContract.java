package dev.attendance.testkit;

import dev.attendance.store.AttendanceStore;
import dev.attendance.store.RawBodyStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * What every store must do: all contracts together. A store's own test extends this class, says how
 * an empty store is had, and inherits the tests; none can be skipped.
 */
@Timeout(120)
public abstract class AttendanceStoreContract
    implements EventLogContract,
        ConcurrentAppendContract,
        FoldQueueContract,
        RoomTransactionContract,
        RoomsContract,
        TracksContract,
        RebuildContract,
        PurgeContract,
        ErasureContract,
        SessionRecordsContract,
        CorrectionLogContract,
        SettleNotesContract,
        CoverageContract,
        SessionPlansContract,
        QuarantineContract,
        RawBodiesContract {

  private AttendanceStore store;

  /**
   * {@return a store that holds nothing} Called before each test, and by tests of other settings
   * once more, after {@link #close}.
   *
   * @param bodies whether it keeps raw bodies
   * @throws Exception if it cannot be had; the test fails
   */
  protected abstract AttendanceStore emptyStore(RawBodyStorage bodies) throws Exception;

  /**
   * {@return another node's store on the same data; {@code store} itself if data cannot be shared}
   *
   * @param store what {@link #emptyStore} returned last
   */
  protected abstract AttendanceStore secondNode(AttendanceStore store);

  /**
   * Ends what {@link #emptyStore} began. Called after each test.
   *
   * @throws Exception if it cannot be ended; the test fails
   */
  protected abstract void close() throws Exception;

  @BeforeEach
  final void open() throws Exception {
    store = emptyStore(RawBodyStorage.OFF);
  }

  @AfterEach
  final void closeAgain() throws Exception {
    close();
  }

  @Override
  public final void keepBodies(RawBodyStorage bodies) throws Exception {
    close();
    store = emptyStore(bodies);
  }

  @Override
  public final AttendanceStore store() {
    return store;
  }

  @Override
  public final AttendanceStore secondNode() {
    return secondNode(store);
  }
}
