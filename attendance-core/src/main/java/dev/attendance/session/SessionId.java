package dev.attendance.session;

import dev.attendance.event.FieldRules;

/**
 * The key of a session: chosen by the app if the session is planned, the room sid if it is ad hoc.
 *
 * @param value the id
 */
public record SessionId(String value) implements Comparable<SessionId> {

  /**
   * Checks the id by {@link FieldRules#id}.
   *
   * @throws IllegalArgumentException if it is unfit
   */
  public SessionId {
    FieldRules.id("session id", value);
  }

  /** By its UTF-16 code units. */
  @Override
  public int compareTo(SessionId other) {
    return value.compareTo(other.value);
  }
}
