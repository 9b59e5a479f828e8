package dev.attendance.jooq;

import dev.attendance.store.AttendanceStore;
import dev.attendance.store.EventLog;
import dev.attendance.store.FoldQueue;
import dev.attendance.store.Quarantine;
import dev.attendance.store.Rooms;
import dev.attendance.store.SessionRecords;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/**
 * Keeps everything in an H2, PostgreSQL, MariaDB or MySQL database, for any number of nodes.
 * Thread-safe. The tables must be there: see {@link AttendanceSchema}.
 *
 * <p><b>Transactions.</b> Appends and reads take part in the {@linkplain CallerTransaction caller's
 * transaction} where there is one. Folds, revisions and quarantined bodies always have one of their
 * own, on a connection of their own; a pool therefore needs two connections for a thread that folds
 * within a transaction. Isolation from {@code READ COMMITTED} up will do; on MariaDB and MySQL it
 * is the better one, since their default locks gaps between rows too, and deadlocks now and then.
 * What the database refuses because of others, a deadlock for example, is run again a few times.
 * MariaDB and MySQL end a deadlock by undoing the whole transaction: an append in the caller's then
 * throws {@link dev.attendance.store.StoreUnavailableException}, and nothing of the transaction is
 * left.
 *
 * <p><b>Failures.</b> If the database is out of reach, {@link
 * dev.attendance.store.StoreUnavailableException} is thrown; any other failure comes as jOOQ's
 * {@link org.jooq.exception.DataAccessException}. Messages of ours contain no data. Those of
 * database drivers may: log them with care.
 */
public final class JooqStore implements AttendanceStore {

  private final Database database;
  private final EventLog events;
  private final FoldQueue folds;
  private final Rooms rooms;
  private final SessionRecords records;
  private final Quarantine quarantine;

  private JooqStore(Database database) {
    this.database = database;
    events = new JooqEventLog(database);
    folds = new JooqFoldQueue(database);
    rooms = new JooqRooms(database);
    records = new JooqSessionRecords(database);
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

    /** {@return the store} */
    public JooqStore build() {
      return new JooqStore(new Database(dataSource, dialect, caller));
    }
  }
}
