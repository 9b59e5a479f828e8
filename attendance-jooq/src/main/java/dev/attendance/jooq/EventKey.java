package dev.attendance.jooq;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventId;

/** The key of an event in the log. Its order is the one in which every writer inserts. */
record EventKey(String roomSid, EventId id) implements Comparable<EventKey> {

  static EventKey of(AttendanceEvent event) {
    return new EventKey(event.header().room().sid(), event.header().id());
  }

  @Override
  public int compareTo(EventKey other) {
    int order = roomSid.compareTo(other.roomSid);
    return order != 0 ? order : id.compareTo(other.id);
  }
}
