package dev.attendance.spring;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The threads that fold events after they were recorded.
 *
 * @param threads How many threads fold events after they were recorded.
 * @param queue How many rooms may wait to be folded. What finds no place is folded by the job
 *     fold-pending.
 */
record FoldProperties(@DefaultValue("2") int threads, @DefaultValue("10000") int queue) {
  FoldProperties {
    PropertyChecks.positive("threads", threads);
    PropertyChecks.positive("queue", queue);
  }
}
