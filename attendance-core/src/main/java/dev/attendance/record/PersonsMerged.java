package dev.attendance.record;

import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * Says that two persons are one, in all sessions: an identity was recognised later, or claimed. All
 * that is known of the one, entries on rosters and corrections included, is the other's. Merges
 * follow each other: what is merged into a person who is merged too is the last one's.
 *
 * @param header who decided, when and why
 * @param from who no longer is a person of its own
 * @param into who it is in truth
 */
public record PersonsMerged(CorrectionHeader header, PersonId from, PersonId into)
    implements Correction {

  /**
   * Checks the persons.
   *
   * @throws IllegalArgumentException if both are one
   */
  public PersonsMerged {
    if (from.equals(into)) {
      throw new IllegalArgumentException("correction into: must not be the person that is merged");
    }
  }

  @Override
  public CorrectionKind kind() {
    return CorrectionKind.PERSONS_MERGED;
  }

  /** {@return nothing: it is about all sessions} */
  @Override
  public Optional<SessionId> scope() {
    return Optional.empty();
  }

  @Override
  public List<PersonId> persons() {
    return List.of(from, into);
  }
}
