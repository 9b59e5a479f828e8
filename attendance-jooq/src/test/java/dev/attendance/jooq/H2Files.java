package dev.attendance.jooq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;

/** A fresh H2 file with our tables in it, and a pool of connections to it. */
final class H2Files implements AutoCloseable {

  private final Path folder;
  private final JdbcConnectionPool pool;

  private H2Files(Path folder, JdbcConnectionPool pool) {
    this.folder = folder;
    this.pool = pool;
  }

  static H2Files create(String settings) throws IOException {
    Path folder = Files.createTempDirectory("attendance-h2");
    return new H2Files(
        folder, JdbcConnectionPool.create("jdbc:h2:file:" + folder + "/db" + settings, "sa", ""));
  }

  JdbcConnectionPool pool() {
    return pool;
  }

  @Override
  public void close() throws IOException {
    pool.dispose();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.deleteIfExists(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
