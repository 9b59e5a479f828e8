package dev.attendance.jooq;

import java.sql.Connection;
import java.util.Optional;

/**
 * Tells a store which transaction its caller has open, so that the store takes part in it. Called
 * from any thread, once for each append and each read.
 *
 * <p>The store runs its statements on the connection it is given, inside a savepoint if it writes.
 * It neither commits, rolls back nor closes it, and does not change its settings: that stays the
 * business of whoever began the transaction.
 */
@FunctionalInterface
public interface CallerTransaction {

  /** There is never one: every call of the store is a transaction of its own. */
  CallerTransaction NONE = Optional::empty;

  /**
   * {@return the connection of the transaction that the calling thread has open on the store's
   * database; nothing if it has none} Autocommit must be off on it.
   */
  Optional<Connection> connection();
}
