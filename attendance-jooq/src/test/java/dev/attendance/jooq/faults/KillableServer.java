package dev.attendance.jooq.faults;

import java.io.IOException;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/** A database server that can be killed and started again on the same files. */
interface KillableServer extends AutoCloseable {

  SQLDialect dialect();

  /** Where the database is, the same after each start. */
  DataSource dataSource();

  /** The same for another process, which knows the driver. */
  String url();

  /** Ends it as {@code kill -9} does, and returns when it is gone. */
  void kill() throws Exception;

  /** Starts it again; returns when it takes connections. */
  void startAgain() throws Exception;

  @Override
  void close() throws IOException;
}
