package dev.attendance.record;

import dev.attendance.session.PersonId;
import dev.attendance.session.Role;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.Session;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is expected in a session, by whose entry on the roster, and as what (R18). */
final class ExpectedPersons {

  private final Map<PersonId, RosterEntry> entries = new HashMap<>();

  private ExpectedPersons() {}

  /**
   * Of several entries that merges make one person's, that person's own holds, else the first by
   * id.
   */
  static ExpectedPersons of(Session session, Corrections corrections) {
    List<RosterEntry> enrolled =
        session
            .plan()
            .map(
                plan ->
                    plan.roster().stream()
                        .filter(entry -> entry.expectedDuring(plan.window()))
                        .sorted(Comparator.comparing(RosterEntry::person))
                        .toList())
            .orElse(List.of());
    ExpectedPersons expected = new ExpectedPersons();
    for (RosterEntry entry : enrolled) {
      PersonId person = corrections.person(entry.person());
      if (person.equals(entry.person())) {
        expected.entries.put(person, entry);
      } else {
        expected.entries.putIfAbsent(person, entry);
      }
    }
    return expected;
  }

  /** By person, in no order. */
  Map<PersonId, RosterEntry> entries() {
    return Map.copyOf(entries);
  }

  /** In no order. */
  Set<PersonId> persons() {
    return entries.keySet();
  }

  /** The entry by which a person is expected; nothing if none. */
  Optional<RosterEntry> entry(PersonId person) {
    return Optional.ofNullable(entries.get(person));
  }

  boolean isHost(PersonId person) {
    return entry(person).filter(entry -> entry.role() == Role.HOST).isPresent();
  }
}
