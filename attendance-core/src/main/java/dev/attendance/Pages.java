package dev.attendance;

import dev.attendance.store.EventLog;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a store hands out page by page, as a whole. */
final class Pages {

  private static final int EVENTS_AT_ONCE = 10_000;

  private Pages() {}

  /** All room instances of the log. */
  static Stream<String> roomsOf(EventLog log) {
    return of(after -> log.roomsAfter(after, EVENTS_AT_ONCE), Function.identity());
  }

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
