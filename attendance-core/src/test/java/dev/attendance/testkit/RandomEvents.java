package dev.attendance.testkit;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.DisconnectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes events of a few room instances, whatever comes: the same ones for the same seed. Not
 * thread-safe.
 */
public final class RandomEvents {

  private static final List<String> PEOPLE = List.of("ann", "bob", "cem", "Ann", "ann ");
  private static final List<DisconnectReason> REASONS =
      List.of(
          DisconnectReason.CLIENT_INITIATED,
          DisconnectReason.UNKNOWN_REASON,
          DisconnectReason.CONNECTION_TIMEOUT);

  private final Random random;
  private final List<Events> rooms = new ArrayList<>();

  /**
   * A maker of events.
   *
   * @param random what decides
   * @param roomSids the room instances
   */
  public RandomEvents(Random random, List<String> roomSids) {
    this.random = random;
    roomSids.forEach(sid -> rooms.add(Events.in(sid)));
  }

  /** {@return one event more} */
  public AttendanceEvent next() {
    Events room = rooms.get(random.nextInt(rooms.size()));
    String who = PEOPLE.get(random.nextInt(PEOPLE.size()));
    long second = random.nextInt(120);
    if (random.nextInt(5) == 0) {
      room.connection(who, "PA_" + who + random.nextInt(3));
    }
    return switch (random.nextInt(12)) {
      case 0 -> room.started(second);
      case 1 -> room.finished(second);
      case 2, 3, 4 -> room.joined(who, second);
      case 5, 6 -> room.left(who, second, REASONS.get(random.nextInt(REASONS.size())));
      case 7 -> room.aborted(who, second);
      case 8 -> room.published(who, second);
      case 9 -> room.unpublished(who, second);
      default -> room.polled(second, random.nextBoolean() ? new String[] {who} : new String[] {});
    };
  }

  /**
   * {@return so many events more}
   *
   * @param number how many
   */
  public List<AttendanceEvent> next(int number) {
    List<AttendanceEvent> events = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      events.add(next());
    }
    return events;
  }
}
