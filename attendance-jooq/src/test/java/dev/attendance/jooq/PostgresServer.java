package dev.attendance.jooq;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** One PostgreSQL server for all tests of this virtual machine; it ends with it. */
final class PostgresServer {

  private static final class Started {
    static final EmbeddedPostgres SERVER = start();
  }

  private PostgresServer() {}

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          // As in production; the library's default is off.
          .setServerConfig("synchronous_commit", "on")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A database of its own for a test class: made when it is first asked for, without tables. */
  static synchronized DataSource database(String name) {
    DSLContext server = DSL.using(Started.SERVER.getPostgresDatabase(), SQLDialect.POSTGRES);
    if (!server.fetchExists(
        DSL.selectOne().from("pg_database").where("datname = {0}", DSL.val(name)))) {
      server.execute("create database " + name);
    }
    return Started.SERVER.getDatabase("postgres", name);
  }
}
