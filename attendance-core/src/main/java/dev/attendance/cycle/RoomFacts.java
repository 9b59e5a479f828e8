package dev.attendance.cycle;

import static dev.attendance.cycle.CycleFacts.ABSENT;
import static dev.attendance.cycle.CycleFacts.first;

import dev.attendance.event.FieldRules;

/**
 * What is known of one room instance as a whole, but for its {@link RoomMarks}. Merges like {@link
 * CycleFacts}, and like there instants are milliseconds since the epoch, {@value CycleFacts#ABSENT}
 * where there is none.
 *
 * @param sid the room instance
 * @param name the reusable room name; empty if no event has told it
 * @param createdAt when the instance began, as the source says
 * @param lastStartedAt the last {@code room_started}; LiveKit may start one instance repeatedly
 * @param firstEventAt the first event of any kind
 * @param lastPresenceAt the last time that anybody is known to have been in the room
 */
public record RoomFacts(
    String sid,
    String name,
    long createdAt,
    long lastStartedAt,
    long firstEventAt,
    long lastPresenceAt) {

  /**
   * Checks the fields.
   *
   * @throws IllegalArgumentException if sid or name is unfit, or an instant neither absent nor in
   *     the range of {@link FieldRules}
   */
  public RoomFacts {
    FieldRules.id("room sid", sid);
    FieldRules.text("room name", name);
    CycleFacts.check("createdAt", createdAt);
    CycleFacts.check("lastStartedAt", lastStartedAt);
    CycleFacts.check("firstEventAt", firstEventAt);
    CycleFacts.check("lastPresenceAt", lastPresenceAt);
  }

  /** {@return when the instance began: as the source says, else its first event} */
  public long beganAt() {
    return createdAt == ABSENT ? firstEventAt : createdAt;
  }

  /** {@return the last instant at which something is known to have gone on in the room} */
  public long lastActivityAt() {
    return Math.max(Math.max(firstEventAt, lastStartedAt), lastPresenceAt);
  }

  /**
   * {@return what both know together}
   *
   * @param other facts of the same room instance
   * @throws IllegalArgumentException if {@code other} is about another one
   */
  public RoomFacts merge(RoomFacts other) {
    if (!sid.equals(other.sid)) {
      throw new IllegalArgumentException("cannot merge facts of " + sid + " and " + other.sid);
    }
    return new RoomFacts(
        sid,
        name.compareTo(other.name) >= 0 ? name : other.name,
        first(createdAt, other.createdAt),
        Math.max(lastStartedAt, other.lastStartedAt),
        first(firstEventAt, other.firstEventAt),
        Math.max(lastPresenceAt, other.lastPresenceAt));
  }
}
