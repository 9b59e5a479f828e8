package dev.attendance.jooq;

import dev.attendance.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.SQLStateClass;
import org.jooq.impl.DSL;

/**
 * Runs work on the database: in the caller's transaction where there is one, or in one of its own.
 * Thread-safe. What the database refuses for the moment only (a deadlock, a lock not had in time)
 * is run again, a bounded number of times; work must have no other effect.
 */
final class Database {

  private static final int ATTEMPTS = 20;
  private static final long LONGEST_PAUSE_MILLIS = 50;

  private final DataSource dataSource;
  private final SQLDialect dialect;
  private final CallerTransaction caller;
  private final Settings settings;

  Database(DataSource dataSource, SQLDialect dialect, CallerTransaction caller, TableNames names) {
    this.dataSource = dataSource;
    this.dialect = dialect;
    this.caller = caller;
    settings = Rendering.settings(names);
  }

  SQLDialect dialect() {
    return dialect;
  }

  /** Reads, in the caller's transaction where there is one. */
  <T> T read(Function<DSLContext, T> work) {
    Optional<Connection> joined = caller.connection();
    return repeating(
        () ->
            joined.isPresent()
                ? work.apply(on(joined.get()))
                : Connections.read(dataSource, connection -> work.apply(on(connection))));
  }

  /**
   * Writes in the caller's transaction, all of it or, if it throws, nothing; does not if there is
   * none.
   */
  <T> Optional<T> writeInCallers(Function<DSLContext, T> work) {
    return caller
        .connection()
        .map(
            joined ->
                repeating(
                    () ->
                        Connections.writeInSavepoint(
                            joined, connection -> work.apply(on(connection)))));
  }

  /** Writes in a transaction of its own, never in the caller's. */
  <T> T writeAlone(Function<DSLContext, T> work) {
    return writeAlone(work, result -> true);
  }

  /** The same, but all is taken back if the result is not worth keeping. */
  <T> T writeAlone(Function<DSLContext, T> work, Predicate<T> worthKeeping) {
    return repeating(
        () ->
            Connections.write(dataSource, connection -> work.apply(on(connection)), worthKeeping));
  }

  private DSLContext on(Connection connection) {
    return DSL.using(connection, dialect, settings);
  }

  private interface Attempt<T> {
    T run() throws SQLException;
  }

  private <T> T repeating(Attempt<T> attempt) {
    for (int attempts = 1; ; attempts++) {
      try {
        return attempt.run();
      } catch (SQLException | DataAccessException e) {
        switch (Failure.of(e, dialect)) {
          case UNAVAILABLE -> throw new StoreUnavailableException("the database is unavailable", e);
          case REPEATABLE -> {
            if (attempts == ATTEMPTS || Thread.currentThread().isInterrupted()) {
              throw givenUp(e, attempts);
            }
            pause();
          }
          case DEFECT -> throw defect(e);
        }
      }
    }
  }

  /** A key that is violated time and again is no race. */
  private static RuntimeException givenUp(Exception e, int attempts) {
    return e instanceof DataAccessException thrown
            && thrown.sqlStateClass() == SQLStateClass.C23_INTEGRITY_CONSTRAINT_VIOLATION
        ? thrown
        : new StoreUnavailableException(
            "the database refused a transaction " + attempts + " times", e);
  }

  private static DataAccessException defect(Exception e) {
    return e instanceof DataAccessException thrown
        ? thrown
        : new DataAccessException("the database refused to commit", e);
  }

  /** Of random length, so that those who collided do not collide again. */
  private static void pause() {
    LockSupport.parkNanos(
        TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS)));
  }
}
