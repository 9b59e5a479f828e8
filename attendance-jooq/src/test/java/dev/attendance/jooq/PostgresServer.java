package dev.attendance.jooq;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A PostgreSQL server for all tests of this virtual machine; it ends with it. */
final class PostgresServer {

  /** The newest that we know of, on which most tests run. */
  static final PostgresServer NEWEST = new PostgresServer(DefaultPostgresBinaryResolver.INSTANCE);

  /** The oldest that the stores are for. The build puts it among the test classes. */
  static final PostgresServer OLDEST = new PostgresServer(PostgresServer::ofVersion14);

  private final PgBinaryResolver binaries;
  private EmbeddedPostgres server;

  private PostgresServer(PgBinaryResolver binaries) {
    this.binaries = binaries;
  }

  private static InputStream ofVersion14(String system, String hardware) throws IOException {
    InputStream binary = PostgresServer.class.getResourceAsStream("/postgresql-14/postgres.txz");
    if (binary == null) {
      throw new FileNotFoundException(
          "PostgreSQL 14 is not among the test classes: run ./mvnw process-test-resources once");
    }
    return binary;
  }

  private synchronized EmbeddedPostgres started() {
    if (server == null) {
      try {
        server =
            EmbeddedPostgres.builder()
                .setPgBinaryResolver(binaries)
                // As in production; the library's default is off.
                .setServerConfig("synchronous_commit", "on")
                .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return server;
  }

  /** A database of its own on the newest server, see {@link #databaseOf}. */
  static DataSource database(String name) {
    return NEWEST.databaseOf(name);
  }

  /** A database of its own for a test class: made when it is first asked for, without tables. */
  DataSource databaseOf(String name) {
    return databaseOf(name, "postgres");
  }

  /** The same, for a role of the server. */
  synchronized DataSource databaseOf(String name, String role) {
    DSLContext open = DSL.using(started().getPostgresDatabase(), SQLDialect.POSTGRES);
    if (!open.fetchExists(
        DSL.selectOne().from("pg_database").where("datname = {0}", DSL.val(name)))) {
      open.execute("create database " + name);
    }
    return started().getDatabase(role, name);
  }
}
