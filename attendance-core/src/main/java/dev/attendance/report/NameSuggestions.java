package dev.attendance.report;

import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom an unmatched identity could be: whoever the roster calls by the very same name, if the name
 * is that of one person there and of one unmatched person. Shown to people, never applied (R11).
 */
final class NameSuggestions {

  private final Map<String, Set<PersonId>> expected = new HashMap<>();
  private final Map<String, Set<PersonId>> unmatched = new HashMap<>();

  NameSuggestions(Map<PersonId, RosterEntry> roster, Collection<UnmatchedIdentity> identities) {
    roster.forEach((person, entry) -> note(expected, entry.name(), person));
    identities.forEach(one -> note(unmatched, one.profile().name(), one.person()));
  }

  private static void note(Map<String, Set<PersonId>> names, String name, PersonId person) {
    names.computeIfAbsent(plain(name), key -> new HashSet<>()).add(person);
  }

  Optional<PersonId> of(UnmatchedIdentity identity) {
    String name = plain(identity.profile().name());
    Set<PersonId> candidates = expected.getOrDefault(name, Set.of());
    return name.isEmpty()
            || candidates.size() != 1
            || unmatched.getOrDefault(name, Set.of()).size() != 1
        ? Optional.empty()
        : Optional.of(candidates.iterator().next());
  }

  /** Case, white space and the way that letters are encoded make no other name. */
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s+", " ");
  }
}
