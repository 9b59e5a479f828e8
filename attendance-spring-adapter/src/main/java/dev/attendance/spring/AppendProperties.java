package dev.attendance.spring;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events get into the application's database: those that come at the same time share a
 * transaction.
 *
 * @param writers How many transactions append events at once, each on a connection of the pool.
 * @param batch How many events of several callers a transaction appends at most.
 * @param queue How many callers may wait for their turn to append. LiveKit is asked to send again
 *     what finds no place.
 * @param patience How long a caller waits for its turn to append. After that, LiveKit is asked to
 *     send again.
 */
record AppendProperties(
    @DefaultValue("2") int writers,
    @DefaultValue("500") int batch,
    @DefaultValue("10000") int queue,
    @DefaultValue("3s") Duration patience) {
  AppendProperties {
    PropertyChecks.positive("writers", writers);
    PropertyChecks.positive("batch", batch);
    if (queue < 0) {
      throw new IllegalArgumentException("queue: must not be negative");
    }
    PropertyChecks.positive("patience", patience);
  }
}
