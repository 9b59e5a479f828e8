package dev.attendance.record;

import dev.attendance.session.PersonId;
import dev.attendance.session.Role;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.Session;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is expected in a session, by whose entry on the roster (R18). */
final class ExpectedPersons {

  private ExpectedPersons() {}

  /**
   * Of several entries that merges make one person's, that person's own holds, else the first by
   * id.
   */
  static Map<PersonId, RosterEntry> of(Session session, Corrections corrections) {
    List<RosterEntry> entries =
        session
            .plan()
            .map(
                plan ->
                    plan.roster().stream()
                        .filter(entry -> entry.expectedDuring(plan.window()))
                        .sorted(Comparator.comparing(RosterEntry::person))
                        .toList())
            .orElse(List.of());
    Map<PersonId, RosterEntry> expected = new HashMap<>();
    for (RosterEntry entry : entries) {
      PersonId person = corrections.person(entry.person());
      if (person.equals(entry.person())) {
        expected.put(person, entry);
      } else {
        expected.putIfAbsent(person, entry);
      }
    }
    return expected;
  }

  /** Who is expected to hold the session. */
  static Set<PersonId> hosts(Session session, Corrections corrections) {
    return of(session, corrections).entrySet().stream()
        .filter(expected -> expected.getValue().role() == Role.HOST)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
