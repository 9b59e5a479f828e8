package dev.attendance.jooq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Long collections in parts, since a statement can bind only so many values. */
final class Chunks {

  /** The most values in one list of a condition. */
  private static final int VALUES_A_LIST = 1_000;

  private Chunks() {}

  static <T> List<List<T>> of(Collection<? extends T> all) {
    return of(all, VALUES_A_LIST);
  }

  static <T> List<List<T>> of(Collection<? extends T> all, int size) {
    List<T> rows = List.copyOf(all);
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += size) {
      chunks.add(rows.subList(from, Math.min(from + size, rows.size())));
    }
    return chunks;
  }
}
