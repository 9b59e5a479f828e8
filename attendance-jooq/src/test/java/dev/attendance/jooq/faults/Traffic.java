package dev.attendance.jooq.faults;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.DisconnectReason;
import dev.attendance.testkit.Events;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a meeting server has to tell of some rooms: people who come, send, reconnect and leave, some
 * of them without a word, and polls in between. The same on every node for the same size.
 */
final class Traffic {

  private final List<AttendanceEvent> events = new ArrayList<>();
  private final Set<String> rooms = new TreeSet<>();

  /**
   * Traffic of several rooms.
   *
   * @param rooms how many
   * @param people how many in each
   */
  Traffic(int rooms, int people) {
    for (int room = 0; room < rooms; room++) {
      addRoom("RM_" + room, people, room);
    }
  }

  private void addRoom(String sid, int people, int oddness) {
    rooms.add(sid);
    Events room = Events.in(sid);
    events.add(room.started(0));
    for (int person = 0; person < people; person++) {
      String identity = "user-" + person;
      int second = 10 * person;
      room.connection(identity, "PA_" + person + "_first");
      events.add(room.joined(identity, second));
      events.add(room.published(identity, second + 1));
      if ((person + oddness) % 3 != 0) {
        events.add(room.left(identity, second + 300, DisconnectReason.CONNECTION_TIMEOUT));
      }
      room.connection(identity, "PA_" + person + "_again");
      events.add(room.joined(identity, second + 310));
      if ((person + oddness) % 4 != 0) {
        events.add(room.left(identity, second + 900));
      }
      events.add(room.polled(second + 315, identity));
    }
    if (oddness % 2 == 0) {
      events.add(room.finished(10L * people + 1_000));
    }
  }

  Set<String> rooms() {
    return rooms;
  }

  List<AttendanceEvent> events() {
    return Collections.unmodifiableList(events);
  }

  /** The same with every event once more, in an order of each node's own. */
  List<AttendanceEvent> asDelivered(long seed) {
    List<AttendanceEvent> delivered = new ArrayList<>(events);
    delivered.addAll(events);
    Collections.shuffle(delivered, new Random(seed));
    return delivered;
  }
}
