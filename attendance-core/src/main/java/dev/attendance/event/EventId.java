package dev.attendance.event;

import java.util.Comparator;

/**
 * What makes an event one and the same: it counts once per source (R1).
 *
 * @param source who told us, for example {@code livekit}
 * @param value the source's own id of the event, for LiveKit {@code EV_…}; stable over its retries
 */
public record EventId(String source, String value) implements Comparable<EventId> {

  private static final Comparator<EventId> ORDER =
      Comparator.comparing(EventId::source).thenComparing(EventId::value);

  /**
   * Checks both parts by {@link FieldRules#id}.
   *
   * @throws IllegalArgumentException if a part is unfit
   */
  public EventId {
    FieldRules.id("event source", source);
    FieldRules.id("event id", value);
  }

  /** By source, then by value, each by its UTF-16 code units. */
  @Override
  public int compareTo(EventId other) {
    return ORDER.compare(this, other);
  }
}
