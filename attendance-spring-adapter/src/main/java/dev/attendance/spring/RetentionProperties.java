package dev.attendance.spring;

import dev.attendance.Retention;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long sessions are kept.
 *
 * @param events How long the events of a session that is final are kept, and what was worked out
 *     from them but the settled records. Without it, for ever.
 * @param records How long settled records and corrections are kept, at least as long as events.
 *     Without it, for ever.
 */
record RetentionProperties(@Nullable Duration events, @Nullable Duration records) {
  RetentionProperties {
    if (events == null && records != null) {
      throw new IllegalArgumentException("records: cannot be deleted where events are not");
    }
  }

  /** Nothing if all is kept for ever. */
  Optional<Retention> limits() {
    return Optional.ofNullable(events)
        .map(limit -> new Retention(limit, Optional.ofNullable(records)));
  }
}
