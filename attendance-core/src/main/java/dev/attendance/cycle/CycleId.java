package dev.attendance.cycle;

import dev.attendance.event.FieldRules;
import java.util.Comparator;

/**
 * The key of one join/leave cycle: one connection.
 *
 * @param roomSid the room instance
 * @param participantSid the connection in it
 */
public record CycleId(String roomSid, String participantSid) implements Comparable<CycleId> {

  private static final Comparator<CycleId> ORDER =
      Comparator.comparing(CycleId::roomSid).thenComparing(CycleId::participantSid);

  /**
   * Checks both parts by {@link FieldRules#id}.
   *
   * @throws IllegalArgumentException if a part is unfit
   */
  public CycleId {
    FieldRules.id("room sid", roomSid);
    FieldRules.id("participant sid", participantSid);
  }

  /** By room sid, then by participant sid, each by its UTF-16 code units. */
  @Override
  public int compareTo(CycleId other) {
    return ORDER.compare(this, other);
  }
}
