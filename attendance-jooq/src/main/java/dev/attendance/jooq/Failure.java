package dev.attendance.jooq;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.SQLDialect;

/** What an exception of the database means to us. */
enum Failure {
  /** Refused for the moment: the same transaction run again may well succeed. */
  REPEATABLE,
  /** The database cannot do it now. */
  UNAVAILABLE,
  /** Our mistake or the schema's: to be seen as it is. */
  DEFECT;

  private static final Set<String> REPEATABLE_STATES =
      Set.of(
          "40001", // serialization failure; H2: deadlock
          "40P01", // PostgreSQL: deadlock
          "55P03", // PostgreSQL: lock not available in time
          "HYT00"); // H2: lock timeout

  /**
   * H2's MERGE, which stands for "on conflict do nothing", races itself: two sessions may both find
   * a row missing, and the slower one then violates the key. Run again, it finds the row.
   */
  private static final Set<Integer> REPEATABLE_ON_H2 =
      Set.of(
          23505, // key violated
          90131); // updated by another session meanwhile

  private static final Set<Integer> REPEATABLE_ON_MYSQL =
      Set.of(
          1020, // changed since the transaction's snapshot was taken: innodb_snapshot_isolation
          1205, // lock not had in time
          1213, // deadlock, or a conflict within a cluster
          3101); // the group refused the commit

  private static final Set<String> UNAVAILABLE_STATES =
      Set.of(
          "25006", // read-only: a standby, or a failover under way
          "57014", // cancelled, for example by a statement timeout
          "58030"); // input or output failed

  private static final Set<Integer> UNAVAILABLE_ON_H2 =
      Set.of(
          90020, // opened by another process
          90028, // input or output failed
          90031, // the same, with the file's name
          90067, // connection broken
          90097, // read-only
          90098, // closed
          90121); // closed while the virtual machine ends

  /** What H2 says of anything it did not expect, a full disk included: its cause tells. */
  private static final int GENERAL_ERROR_ON_H2 = 50000;

  /** H2's causes may be their own causes. */
  private static final int MOST_CAUSES = 20;

  private static final Set<Integer> UNAVAILABLE_ON_MYSQL =
      Set.of(
          1021, // disk full
          1026, // output failed
          1030, // the storage engine failed
          1037, // out of memory
          1041, // the same
          1053, // shut down
          1114, // table or its disk full
          1180, // could not commit
          1203, // the user has too many connections
          1226, // the user has used up its share
          1290, // read-only
          1317, // cancelled
          1836, // read-only
          1927, // connection killed
          1969, // cancelled by a statement timeout
          3024); // the same

  static Failure of(Throwable thrown, SQLDialect dialect) {
    return sqlException(thrown).map(e -> of(e, dialect)).orElse(DEFECT);
  }

  private static Failure of(SQLException e, SQLDialect dialect) {
    boolean isH2 = dialect.family() == SQLDialect.H2;
    boolean isMySql = Dialects.isMySql(dialect);
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (REPEATABLE_STATES.contains(state)
        || (isH2 && REPEATABLE_ON_H2.contains(e.getErrorCode()))
        || (isMySql && REPEATABLE_ON_MYSQL.contains(e.getErrorCode()))) {
      return REPEATABLE;
    }
    boolean unavailable =
        e instanceof SQLTransientConnectionException
            || e instanceof SQLNonTransientConnectionException
            || e instanceof SQLRecoverableException
            || e instanceof SQLTimeoutException
            || state.startsWith("08") // connection
            || state.startsWith("53") // resources: disk, memory, connections
            || state.startsWith("57P") // shut down, starting up
            || UNAVAILABLE_STATES.contains(state)
            || (isH2 && UNAVAILABLE_ON_H2.contains(e.getErrorCode()))
            || (isH2 && e.getErrorCode() == GENERAL_ERROR_ON_H2 && isInputOrOutput(e))
            || (isMySql && UNAVAILABLE_ON_MYSQL.contains(e.getErrorCode()));
    return unavailable ? UNAVAILABLE : DEFECT;
  }

  private static boolean isInputOrOutput(SQLException e) {
    return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
        .limit(MOST_CAUSES)
        .anyMatch(IOException.class::isInstance);
  }

  private static Optional<SQLException> sqlException(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }
}
