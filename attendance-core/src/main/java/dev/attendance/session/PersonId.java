package dev.attendance.session;

import dev.attendance.event.FieldRules;

/**
 * Who the attendance is about.
 *
 * @param value the app's own id of the person
 */
public record PersonId(String value) implements Comparable<PersonId> {

  /**
   * Checks the id by {@link FieldRules#id}.
   *
   * @throws IllegalArgumentException if it is unfit
   */
  public PersonId {
    FieldRules.id("person id", value);
  }

  /** By its UTF-16 code units. */
  @Override
  public int compareTo(PersonId other) {
    return value.compareTo(other.value);
  }
}
