package dev.attendance.event;

/**
 * What makes an event one and the same: it counts once per source (R1).
 *
 * @param source who told us, for example {@code livekit}
 * @param value the source's own id of the event, for LiveKit {@code EV_…}; stable over its retries
 */
public record EventId(String source, String value) implements Comparable<EventId> {

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
    int order = source.compareTo(other.source);
    return order != 0 ? order : value.compareTo(other.value);
  }
}
