package dev.attendance.record;

import dev.attendance.session.PersonId;
import java.time.Instant;
import java.util.Comparator;

/**
 * A person who is in a session now.
 *
 * @param person who
 * @param name the display name, possibly empty
 * @param since when the oldest of the open connections began
 * @param connections how many connections are open, at least 1
 */
public record PresentPerson(PersonId person, String name, Instant since, int connections) {

  /** Who came first stands first; of two at the same instant, by id. */
  public static final Comparator<PresentPerson> BY_ARRIVAL =
      Comparator.comparing(PresentPerson::since).thenComparing(PresentPerson::person);

  /** Shows no personal data but the person's id. */
  @Override
  public String toString() {
    return "PresentPerson[" + person.value() + ", since " + since + "]";
  }
}
