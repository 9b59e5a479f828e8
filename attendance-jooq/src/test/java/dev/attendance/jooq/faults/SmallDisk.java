package dev.attendance.jooq.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file system of its own that can be filled up. To mount one takes root, or a {@code sudo} that
 * asks nothing; without it the test fails.
 */
final class SmallDisk implements AutoCloseable {

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  static SmallDisk ofMegabytes(int size) throws IOException {
    Path folder = Files.createTempDirectory("attendance-small-disk");
    asRoot(
        "mount", "-t", "tmpfs", "-o", "size=" + size + "m,mode=1777", "tmpfs", folder.toString());
    return new SmallDisk(folder);
  }

  Path folder() {
    return folder;
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  /** Leaves no byte free. */
  void fill() throws IOException {
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(filler())) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      if (Files.getFileStore(folder).getUsableSpace() > 0) {
        throw full;
      }
    }
  }

  /** Gives the room back. */
  void free() throws IOException {
    Files.delete(filler());
  }

  @Override
  public void close() throws IOException {
    asRoot("umount", "-l", folder.toString());
    Files.delete(folder);
  }

  private static void asRoot(String... command) throws IOException {
    List<String> whole = new ArrayList<>();
    if (!System.getProperty("user.name").equals("root")) {
      whole.addAll(List.of("sudo", "-n"));
    }
    whole.addAll(List.of(command));
    Process process = new ProcessBuilder(whole).inheritIO().start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command[0] + " failed: this test has to mount a small file system");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
