package dev.attendance.session;

import dev.attendance.event.FieldRules;
import dev.attendance.time.Interval;
import java.util.Optional;

/**
 * A person who is expected.
 *
 * @param person who
 * @param name what reports call the person
 * @param email where reports say the person can be written to; nothing if they are not to say it
 * @param role what the person is in the session
 * @param enrolled when the person was on the roster; nothing if it always was (R18)
 */
public record RosterEntry(
    PersonId person, String name, Optional<String> email, Role role, Optional<Interval> enrolled) {

  /**
   * Checks name, email and the ends of the enrolment by {@link FieldRules}.
   *
   * @throws IllegalArgumentException if one is unfit
   */
  public RosterEntry {
    FieldRules.text("roster name", name);
    email.ifPresent(address -> FieldRules.id("roster email", address));
    enrolled.ifPresent(
        interval -> {
          FieldRules.instant("roster enrolment", interval.start());
          FieldRules.instant("roster enrolment", interval.end());
        });
  }

  /**
   * A participant without an email address.
   *
   * @param person who
   * @param name what reports call the person
   * @param enrolled when the person was on the roster; nothing if it always was (R18)
   * @throws IllegalArgumentException if the name is unfit
   */
  public RosterEntry(PersonId person, String name, Optional<Interval> enrolled) {
    this(person, name, Optional.empty(), Role.PARTICIPANT, enrolled);
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
