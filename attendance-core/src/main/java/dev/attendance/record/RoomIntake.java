package dev.attendance.record;

import dev.attendance.event.FieldRules;

/**
 * How much of a room instance's log has gone into a revision.
 *
 * @param roomSid the room instance
 * @param events how many events of the source
 * @param polls how many answers of the server to who is there
 */
public record RoomIntake(String roomSid, long events, long polls) {

  /**
   * Checks the sid and the counts.
   *
   * @throws IllegalArgumentException if the sid is unfit or a count negative
   */
  public RoomIntake {
    FieldRules.id("room sid", roomSid);
    if (events < 0 || polls < 0) {
      throw new IllegalArgumentException("room intake: counts must not be negative");
    }
  }
}
