package dev.attendance.jooq;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventId;
import java.util.Comparator;

/** The key of an event in the log. Its order is the one in which every writer inserts. */
record EventKey(String roomSid, EventId id) implements Comparable<EventKey> {

  private static final Comparator<EventKey> ORDER =
      Comparator.comparing(EventKey::roomSid).thenComparing(EventKey::id);

  static EventKey of(AttendanceEvent event) {
    return new EventKey(event.header().room().sid(), event.header().id());
  }

  @Override
  public int compareTo(EventKey other) {
    return ORDER.compare(this, other);
  }
}
