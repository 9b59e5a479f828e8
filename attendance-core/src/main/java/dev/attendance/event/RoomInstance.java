package dev.attendance.event;

import java.time.Instant;
import java.util.Optional;

/**
 * One lifetime of a room. LiveKit's room <em>name</em> is reusable; its {@code sid} is not.
 *
 * @param sid LiveKit's {@code RM_…}
 * @param name the reusable name; empty where the source left it out
 * @param createdAt when this instance began, as the source says; absent in track events
 */
public record RoomInstance(String sid, String name, Optional<Instant> createdAt) {

  /**
   * Checks the fields by {@link FieldRules}.
   *
   * @throws IllegalArgumentException if a field is unfit
   */
  public RoomInstance {
    FieldRules.id("room sid", sid);
    FieldRules.text("room name", name);
    createdAt = createdAt.map(instant -> FieldRules.instant("room creation time", instant));
  }
}
