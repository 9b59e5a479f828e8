package dev.attendance;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a store hands out page by page, as a whole. */
final class Pages {

  private Pages() {}

  /**
   * All entries. A page is read when all of the one before have been dealt with, if a terminal
   * operation takes them all.
   *
   * @param read the page behind a key; an empty one ends it
   * @param key of an entry, by which pages are in order
   */
  static <T> Stream<T> of(Function<String, List<T>> read, Function<T, String> key) {
    return Stream.iterate(
            read.apply(""),
            page -> !page.isEmpty(),
            page -> read.apply(key.apply(page.get(page.size() - 1))))
        .flatMap(List::stream);
  }
}
