package dev.attendance.session;

import dev.attendance.event.FieldRules;
import dev.attendance.time.Interval;
import java.util.Optional;

/**
 * A person who is expected.
 *
 * @param person who
 * @param name what reports call the person
 * @param enrolled when the person was on the roster; nothing if it always was (R18)
 */
public record RosterEntry(PersonId person, String name, Optional<Interval> enrolled) {

  /**
   * Checks the name by {@link FieldRules#text}.
   *
   * @throws IllegalArgumentException if it is unfit
   */
  public RosterEntry {
    FieldRules.text("roster name", name);
  }

  /**
   * {@return whether the person was expected in a session at this time} (R18)
   *
   * @param window the session's window
   */
  public boolean expectedDuring(Interval window) {
    return enrolled.map(interval -> interval.overlaps(window)).orElse(true);
  }

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "RosterEntry[" + person.value() + "]";
  }
}
