package dev.attendance.jooq;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
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

  /** A database that is made anew, without tables. */
  static DataSource emptyDatabase(String name) {
    DSL.using(Started.SERVER.getPostgresDatabase(), SQLDialect.POSTGRES)
        .execute("drop database if exists " + name + " with (force)");
    DSL.using(Started.SERVER.getPostgresDatabase(), SQLDialect.POSTGRES)
        .execute("create database " + name);
    return database(name);
  }

  /** A database that is there. */
  static DataSource database(String name) {
    return Started.SERVER.getDatabase("postgres", name);
  }
}
