package dev.attendance.record;

import dev.attendance.session.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a revision changed (R23).
 *
 * @param session what is different about the session as a whole, in the order in which a summary
 *     has it; nothing in the first revision
 * @param persons who is different, in the order of their ids; in the first revision everybody was
 *     added
 */
public record RevisionDiff(List<FieldChange> session, List<PersonChange> persons) {

  /** Copies the lists. */
  public RevisionDiff {
    session = List.copyOf(session);
    persons = List.copyOf(persons);
  }

  /**
   * {@return what the later of two revisions changed; nothing if they say the same}
   *
   * @param before the earlier one
   * @param after the later one
   * @throws IllegalArgumentException if they are of two sessions
   */
  public static RevisionDiff between(SessionRevision before, SessionRevision after) {
    if (!before.summary().id().equals(after.summary().id())) {
      throw new IllegalArgumentException("revisions: must be of one session");
    }
    return new RevisionDiff(
        FieldChange.between(SessionSummary.class, before.summary(), after.summary()),
        persons(before.records(), after.records()));
  }

  /**
   * {@return the first revision as a change}
   *
   * @param revision before which there was none
   */
  public static RevisionDiff first(SessionRevision revision) {
    return new RevisionDiff(List.of(), persons(List.of(), revision.records()));
  }

  /** {@return whether nothing changed} */
  public boolean isEmpty() {
    return session.isEmpty() && persons.isEmpty();
  }

  private static List<PersonChange> persons(
      List<AttendanceRecord> before, List<AttendanceRecord> after) {
    TreeMap<PersonId, Optional<AttendanceRecord>> earlier = byPerson(before);
    TreeMap<PersonId, Optional<AttendanceRecord>> later = byPerson(after);
    TreeMap<PersonId, Optional<AttendanceRecord>> all = new TreeMap<>(earlier);
    all.putAll(later);
    List<PersonChange> changes = new ArrayList<>();
    for (PersonId person : all.keySet()) {
      PersonChange change =
          new PersonChange(
              person,
              earlier.getOrDefault(person, Optional.empty()),
              later.getOrDefault(person, Optional.empty()));
      if (!change.before().equals(change.after())) {
        changes.add(change);
      }
    }
    return changes;
  }

  private static TreeMap<PersonId, Optional<AttendanceRecord>> byPerson(
      List<AttendanceRecord> records) {
    TreeMap<PersonId, Optional<AttendanceRecord>> byPerson = new TreeMap<>();
    records.forEach(record -> byPerson.put(record.person(), Optional.of(record)));
    return byPerson;
  }
}
