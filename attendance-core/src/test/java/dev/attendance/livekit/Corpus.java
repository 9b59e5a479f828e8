package dev.attendance.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Hostile input, one file each. The directories are called as the fuzzer wants it, which begins
 * with them and adds to them what it finds.
 */
final class Corpus {

  private Corpus() {}

  /**
   * {@return a test for each input}
   *
   * @param fuzzTest the class that fuzzes
   * @param method its method
   * @param test what to do with an input
   */
  static Stream<DynamicTest> tests(Class<?> fuzzTest, String method, Consumer<byte[]> test) {
    List<Path> inputs = inputs(fuzzTest.getSimpleName() + "Inputs/" + method);
    assertThat(inputs).hasSizeGreaterThan(30);
    return inputs.stream()
        .map(
            input ->
                DynamicTest.dynamicTest(
                    input.getFileName().toString(), () -> test.accept(Files.readAllBytes(input))));
  }

  private static List<Path> inputs(String directory) {
    try (Stream<Path> files =
        Files.list(
            Path.of(
                Objects.requireNonNull(Corpus.class.getResource(directory), directory).toURI()))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
