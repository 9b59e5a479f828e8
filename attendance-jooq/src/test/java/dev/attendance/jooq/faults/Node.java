package dev.attendance.jooq.faults;

import com.zaxxer.hikari.HikariDataSource;
import dev.attendance.Attendance;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.jooq.JooqStore;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * One app node, as a process of its own: delivers the traffic to the store at a URL, and prints the
 * room and the id of each event after it was acknowledged.
 *
 * <p>Arguments: the URL, rooms, people, the seed of its order.
 */
final class Node {

  private Node() {}

  public static void main(String[] arguments) throws Exception {
    Traffic traffic = new Traffic(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (HikariDataSource pool = Pools.of(arguments[0])) {
      Attendance attendance = Attendance.builder(JooqStore.open(pool)).build();
      new Delivery(attendance, Thread::onSpinWait, event -> out.println(key(event)))
          .deliver(traffic.asDelivered(Long.parseLong(arguments[3])));
    }
  }

  /** How an acknowledged event is printed. */
  static String key(AttendanceEvent event) {
    return event.header().room().sid() + " " + event.header().id().value();
  }
}
