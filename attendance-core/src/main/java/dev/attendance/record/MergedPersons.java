package dev.attendance.record;

import dev.attendance.session.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is who in truth, by the merges in force. */
final class MergedPersons {

  private final Map<PersonId, PersonsMerged> followed = new HashMap<>();

  private MergedPersons() {}

  /**
   * Takes the merges in their order. A later one of the same person replaces the one before; one
   * that would lead back to its own person is not followed.
   */
  static MergedPersons of(List<Correction> corrections) {
    MergedPersons persons = new MergedPersons();
    for (Correction correction : corrections) {
      if (correction instanceof PersonsMerged merge) {
        @Nullable PersonsMerged before = persons.followed.remove(merge.from());
        if (!persons.person(merge.into()).equals(merge.from())) {
          persons.followed.put(merge.from(), merge);
        } else if (before != null) {
          persons.followed.put(merge.from(), before);
        }
      }
    }
    return persons;
  }

  /** Ends, for no chain leads back to where it began. */
  PersonId person(PersonId person) {
    if (followed.isEmpty()) {
      return person;
    }
    PersonId current = person;
    @Nullable PersonsMerged next = followed.get(current);
    while (next != null) {
      current = next.into();
      next = followed.get(current);
    }
    return current;
  }

  boolean follows(PersonsMerged merge) {
    return merge.equals(followed.get(merge.from()));
  }
}
