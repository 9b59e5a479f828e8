package dev.attendance.testkit;

import static dev.attendance.cycle.CycleFacts.ABSENT;

import dev.attendance.cycle.CycleFacts;
import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.CycleStanding;
import dev.attendance.cycle.RoomFacts;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantProfile;
import dev.attendance.store.FoldedCycle;
import java.util.Optional;

/**
 * Makes what a fold would save, for tests of stores: they keep it, whether it makes sense or not.
 */
public final class Folded {

  private Folded() {}

  /**
   * {@return a room instance that began at second zero}
   *
   * @param roomSid its sid; its name is {@code class} of that
   * @param lastActivity the second of its last activity
   */
  public static RoomFacts room(String roomSid, long lastActivity) {
    return room(roomSid, "class " + roomSid, 0, lastActivity);
  }

  /**
   * {@return a room instance}
   *
   * @param roomSid its sid
   * @param name its name
   * @param began the second in which it began
   * @param lastActivity the second of its last activity
   */
  public static RoomFacts room(String roomSid, String name, long began, long lastActivity) {
    return new RoomFacts(
        roomSid, name, millis(began), millis(began), millis(began), millis(lastActivity));
  }

  /**
   * {@return a cycle of connection {@code PA_} and the identity, joined at second zero}
   *
   * @param roomSid its room instance
   * @param identity whose
   * @param standing where it stands
   */
  public static FoldedCycle cycle(String roomSid, String identity, CycleStanding standing) {
    return cycle(roomSid, "PA_" + identity, identity, standing);
  }

  /**
   * {@return a cycle joined at second zero}
   *
   * @param roomSid its room instance
   * @param participantSid its connection
   * @param identity whose
   * @param standing where it stands
   */
  public static FoldedCycle cycle(
      String roomSid, String participantSid, String identity, CycleStanding standing) {
    ParticipantProfile profile =
        new ParticipantProfile(identity, "Name", ParticipantKind.STANDARD, false, false);
    return new FoldedCycle(
        new CycleFacts(
            new CycleId(roomSid, participantSid),
            profile,
            millis(0),
            millis(0),
            ABSENT,
            millis(0),
            Optional.empty(),
            Optional.empty(),
            ABSENT,
            ABSENT,
            ABSENT,
            ABSENT,
            ABSENT),
        standing);
  }

  /**
   * {@return a second after {@link Events#START} as milliseconds since the epoch}
   *
   * @param second may be negative
   */
  public static long millis(long second) {
    return Events.at(second).toEpochMilli();
  }
}
