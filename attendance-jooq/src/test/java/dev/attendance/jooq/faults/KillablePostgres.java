package dev.attendance.jooq.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL as durable as in production. */
final class KillablePostgres implements KillableServer {

  private final Path folder;
  private EmbeddedPostgres server;
  private final int port;

  private KillablePostgres(Path folder) throws IOException {
    this.folder = folder;
    this.server = start(0);
    this.port = server.getPort();
  }

  static KillablePostgres create() throws IOException {
    return in(Files.createTempDirectory("attendance-killable-postgres"));
  }

  /** The same with its files in a folder. */
  static KillablePostgres in(Path folder) throws IOException {
    return new KillablePostgres(folder);
  }

  private EmbeddedPostgres start(int onPort) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "on")
            // Its log has to fit on a small disk.
            .setServerConfig("min_wal_size", "32MB")
            .setServerConfig("max_wal_size", "64MB")
            .setServerConfig("synchronous_commit", "on");
    return (onPort == 0 ? builder : builder.setPort(onPort)).start();
  }

  @Override
  public SQLDialect dialect() {
    return SQLDialect.POSTGRES;
  }

  @Override
  public DataSource dataSource() {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url());
    return dataSource;
  }

  @Override
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
  }

  @Override
  public void kill() throws Exception {
    // The first line of this file is the server's process; what was started is a wrapper of it.
    Processes.kill(Long.parseLong(Files.readAllLines(pidFile()).get(0).strip()));
  }

  private Path pidFile() {
    return folder.resolve("data").resolve("postmaster.pid");
  }

  @Override
  public void startAgain() throws Exception {
    // It is dead already: this gives up the lock on its files.
    server.close();
    server = start(port);
  }

  /** A server that cannot write its log any more ends itself. */
  void startAgainIfDead() throws Exception {
    if (!Files.exists(pidFile()) || !isAlive()) {
      startAgain();
    }
  }

  private boolean isAlive() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(pidFile()).get(0).strip());
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
