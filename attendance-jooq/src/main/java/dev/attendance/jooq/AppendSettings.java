package dev.attendance.jooq;

import java.time.Duration;

/**
 * The limits of appends that share transactions: see {@link JooqStore.Builder}.
 *
 * @param writers how many transactions at once
 * @param batch how many events a transaction
 * @param queue how many callers may wait for their turn
 * @param patience how long
 */
record AppendSettings(int writers, int batch, int queue, Duration patience) {

  static final AppendSettings STANDARD =
      new AppendSettings(
          JooqStore.DEFAULT_APPEND_WRITERS,
          JooqStore.DEFAULT_APPEND_BATCH,
          JooqStore.DEFAULT_APPEND_QUEUE,
          JooqStore.DEFAULT_APPEND_PATIENCE);

  AppendSettings withWriters(int number) {
    return new AppendSettings(atLeast("writers", 1, number), batch, queue, patience);
  }

  AppendSettings withBatch(int events) {
    return new AppendSettings(writers, atLeast("batch", 1, events), queue, patience);
  }

  AppendSettings withQueue(int callers) {
    return new AppendSettings(writers, batch, atLeast("queue", 0, callers), patience);
  }

  AppendSettings withPatience(Duration longest) {
    if (longest.isZero() || longest.isNegative() || longest.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("patience: must be positive and at most a day");
    }
    return new AppendSettings(writers, batch, queue, longest);
  }

  private static int atLeast(String field, int least, int number) {
    if (number < least) {
      throw new IllegalArgumentException(field + ": must be at least " + least);
    }
    return number;
  }
}
