package dev.attendance.jooq;

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
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/**
 * Keeps everything in an H2, PostgreSQL, MariaDB or MySQL database, for any number of nodes.
 * Thread-safe. The tables must be there: see {@link AttendanceSchema}.
 *
 * <p><b>Transactions.</b> Appends, of events and of corrections, plans and reads take part in the
 * {@linkplain CallerTransaction caller's transaction} where there is one. Folds, revisions, notes
 * of what to settle and bodies that are quarantined or deleted always have one of their own, on a
 * connection of their own; a pool therefore needs two connections for a thread that folds within a
 * transaction. Isolation from {@code READ COMMITTED} up will do; on MariaDB and MySQL it is the
 * better one, since their default locks gaps between rows too, and deadlocks now and then. What the
 * database refuses because of others, a deadlock for example, is run again a few times. MariaDB and
 * MySQL end a deadlock by undoing the whole transaction: an append in the caller's then throws
 * {@link dev.attendance.store.StoreUnavailableException}, and nothing of the transaction is left.
 *
 * <p><b>Appends share transactions.</b> Calls that are made at the same time on one store, outside
 * of transactions of the callers, are committed together; the callers do it for each other, without
 * a thread of the store's. Each returns when its own events are durable, and has the outcome of its
 * own: of several callers with the same event one appends it. Events that the database refuses fail
 * for their caller only. At most {@linkplain Builder#appendQueue so many} callers wait for their
 * turn, and {@linkplain Builder#appendPatience so long}; who cannot wait or is interrupted gets
 * {@link dev.attendance.store.StoreUnavailableException}, and nothing was appended.
 *
 * <p>If the connection is lost while a commit is under way, nobody knows whether it came about: all
 * whose events it had get a {@link dev.attendance.store.StoreUnavailableException}. They repeat the
 * call, and what had been committed after all is a duplicate then.
 *
 * <p><b>Failures.</b> If the database is out of reach, {@link
 * dev.attendance.store.StoreUnavailableException} is thrown; any other failure comes as jOOQ's
 * {@link org.jooq.exception.DataAccessException}. Messages of ours contain no data. Those of
 * database drivers may: log them with care.
 */
public final class JooqStore implements AttendanceStore {

  /** How many transactions append at once if the builder is not told otherwise. */
  public static final int DEFAULT_APPEND_WRITERS = 2;

  /** How many events a transaction appends at most if the builder is not told otherwise. */
  public static final int DEFAULT_APPEND_BATCH = 500;

  /** How many callers may wait for their turn if the builder is not told otherwise. */
  public static final int DEFAULT_APPEND_QUEUE = 10_000;

  /**
   * How long a caller waits for its turn if the builder is not told otherwise: short enough for a
   * webhook to be sent again.
   */
  public static final Duration DEFAULT_APPEND_PATIENCE = Duration.ofSeconds(3);

  private final Database database;
  private final EventLog events;
  private final RawBodies rawBodies;
  private final FoldQueue folds;
  private final Rooms rooms;
  private final SessionRecords records;
  private final CorrectionLog corrections;
  private final Coverage coverage;
  private final SessionPlans plans;
  private final Quarantine quarantine;

  private JooqStore(Builder builder) {
    database = new Database(builder.dataSource, builder.dialect, builder.caller, builder.names);
    events = new JooqEventLog(database, builder.appends, builder.bodies);
    rawBodies = new JooqRawBodies(database, builder.bodies);
    folds = new JooqFoldQueue(database);
    rooms = new JooqRooms(database);
    records = new JooqSessionRecords(database);
    corrections = new JooqCorrectionLog(database);
    coverage = new JooqCoverage(database);
    plans = new JooqSessionPlans(database);
    quarantine = new JooqQuarantine(database);
  }

  /**
   * {@return a store of which each call is a transaction of its own} Asks the database what it is.
   *
   * @param dataSource usually a pool; with autocommit on or off
   * @throws dev.attendance.store.StoreUnavailableException if the database is out of reach
   * @throws IllegalArgumentException if there is no store for it
   */
  public static JooqStore open(DataSource dataSource) {
    return builder(dataSource, dialectOf(dataSource)).build();
  }

  /**
   * {@return what the database is} Asks its server: the drivers of MariaDB and MySQL speak to
   * either, but their SQL differs.
   *
   * @param dataSource where
   * @throws dev.attendance.store.StoreUnavailableException if the database is out of reach
   */
  public static SQLDialect dialectOf(DataSource dataSource) {
    return Dialects.detect(dataSource);
  }

  /**
   * {@return a builder, which does not touch the database}
   *
   * @param dataSource usually a pool; with autocommit on or off. Must not hand out the connection
   *     of the caller's transaction, as Spring's {@code TransactionAwareDataSourceProxy} does: the
   *     store commits on these connections
   * @param dialect of the family H2, PostgreSQL, MariaDB or MySQL, see {@link #dialectOf}
   * @throws IllegalArgumentException if there is no store for the dialect
   */
  public static Builder builder(DataSource dataSource, SQLDialect dialect) {
    return new Builder(dataSource, dialect);
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

  /**
   * {@return what about the database's settings lets rows be lost that were acknowledged, a
   * sentence each; empty if it is durable} To be reported at start.
   *
   * @throws dev.attendance.store.StoreUnavailableException if the database is out of reach
   */
  public List<String> durabilityWarnings() {
    return Durability.warnings(database);
  }

  /** Builds a {@link JooqStore}. Not thread-safe. */
  public static final class Builder {

    private final DataSource dataSource;
    private final SQLDialect dialect;
    private CallerTransaction caller = CallerTransaction.NONE;
    private TableNames names = TableNames.STANDARD;
    private AppendSettings appends = AppendSettings.STANDARD;
    private RawBodyStorage bodies = RawBodyStorage.OFF;

    private Builder(DataSource dataSource, SQLDialect dialect) {
      Dialects.vendor(dialect);
      this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
      this.dialect = dialect;
    }

    /**
     * Lets appends and reads take part in the caller's transaction; by default there is none.
     *
     * @param callerTransaction knows it
     * @return this
     */
    public Builder joining(CallerTransaction callerTransaction) {
      caller = Objects.requireNonNull(callerTransaction, "callerTransaction");
      return this;
    }

    /**
     * What the tables are called; by default {@link TableNames#STANDARD}.
     *
     * @param tableNames as they were created, see {@link AttendanceSchema#of(SQLDialect,
     *     TableNames)}
     * @return this
     * @throws IllegalArgumentException if the database cannot have them
     */
    public Builder tables(TableNames tableNames) {
      names = tableNames.fitFor(dialect);
      return this;
    }

    /**
     * How many transactions append at once, each on a connection of the pool; by default {@value
     * JooqStore#DEFAULT_APPEND_WRITERS}. With one, the database does nothing while the next
     * transaction is prepared.
     *
     * @param writers at least 1
     * @return this
     * @throws IllegalArgumentException if it is less
     */
    public Builder appendWriters(int writers) {
      appends = appends.withWriters(writers);
      return this;
    }

    /**
     * How many events of several callers a transaction appends at most; by default {@value
     * JooqStore#DEFAULT_APPEND_BATCH}. One caller's are never parted: so many or more have a
     * transaction for themselves.
     *
     * @param events at least 1, by which every call has a transaction for itself
     * @return this
     * @throws IllegalArgumentException if it is less
     */
    public Builder appendBatch(int events) {
      appends = appends.withBatch(events);
      return this;
    }

    /**
     * How many callers may wait for their turn to append; by default {@value
     * JooqStore#DEFAULT_APPEND_QUEUE}. One more is told at once that the store is not available.
     *
     * @param callers at least 0
     * @return this
     * @throws IllegalArgumentException if it is less
     */
    public Builder appendQueue(int callers) {
      appends = appends.withQueue(callers);
      return this;
    }

    /**
     * How long a caller waits for its turn to append; by default 3 seconds. After that it is told
     * that the store is not available. How long a transaction takes that has begun is for the
     * database's and the pool's own limits to say.
     *
     * @param longest positive, a day at most
     * @return this
     * @throws IllegalArgumentException if it is not
     */
    public Builder appendPatience(Duration longest) {
      appends = appends.withPatience(longest);
      return this;
    }

    /**
     * Whether the bodies in which events come are kept; by default not. They take a good part of
     * the rate at which events can be appended, and most of the room. May change from one start to
     * the next and from node to node.
     *
     * @param storage how
     * @return this
     */
    public Builder rawBodies(RawBodyStorage storage) {
      bodies = Objects.requireNonNull(storage, "storage");
      return this;
    }

    /** {@return the store} */
    public JooqStore build() {
      return new JooqStore(this);
    }
  }
}
