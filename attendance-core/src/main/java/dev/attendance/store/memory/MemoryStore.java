package dev.attendance.store.memory;

import dev.attendance.store.AttendanceStore;
import dev.attendance.store.CorrectionLog;
import dev.attendance.store.Coverage;
import dev.attendance.store.EventLog;
import dev.attendance.store.FoldQueue;
import dev.attendance.store.Quarantine;
import dev.attendance.store.RawBodies;
import dev.attendance.store.RawBodyStorage;
import dev.attendance.store.Rooms;
import dev.attendance.store.SessionPlans;
import dev.attendance.store.SessionRecords;

/**
 * Keeps everything in memory, for tests, trials and embedders who keep nothing: it is gone when the
 * process ends. Thread-safe. Behaves like every other store otherwise; it takes part in no
 * transaction of the caller.
 */
public final class MemoryStore implements AttendanceStore {

  private final EventLog events;
  private final RawBodies rawBodies;
  private final FoldQueue folds;
  private final Rooms rooms;
  private final SessionRecords records;
  private final CorrectionLog corrections;
  private final Coverage coverage;
  private final SessionPlans plans;
  private final Quarantine quarantine = new MemoryQuarantine();

  /** A store that is empty, and keeps no raw bodies. */
  public MemoryStore() {
    this(RawBodyStorage.OFF);
  }

  /**
   * A store that is empty.
   *
   * @param bodies whether it keeps the bodies in which events come
   */
  public MemoryStore(RawBodyStorage bodies) {
    MemoryRooms kept = new MemoryRooms();
    events = new MemoryEventLog(kept, bodies);
    rawBodies = new MemoryRawBodies(kept, bodies);
    folds = new MemoryFoldQueue(kept);
    rooms = new MemoryRoomReader(kept);
    MemorySessionRecords settled = new MemorySessionRecords(kept);
    records = settled;
    corrections = new MemoryCorrectionLog(settled);
    coverage = new MemoryCoverage(settled);
    plans = new MemorySessionPlans(kept, settled);
  }

  @Override
  public EventLog events() {
    return events;
  }

  @Override
  public RawBodies rawBodies() {
    return rawBodies;
  }

  @Override
  public FoldQueue folds() {
    return folds;
  }

  @Override
  public Rooms rooms() {
    return rooms;
  }

  @Override
  public SessionRecords records() {
    return records;
  }

  @Override
  public CorrectionLog corrections() {
    return corrections;
  }

  @Override
  public Coverage coverage() {
    return coverage;
  }

  @Override
  public SessionPlans plans() {
    return plans;
  }

  @Override
  public Quarantine quarantine() {
    return quarantine;
  }
}
