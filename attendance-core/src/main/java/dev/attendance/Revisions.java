package dev.attendance;

import dev.attendance.record.RevisionDiff;
import dev.attendance.record.SessionRevision;
import dev.attendance.session.SessionId;
import dev.attendance.store.SessionRecords;
import dev.attendance.store.StoreUnavailableException;
import java.util.List;
import java.util.Optional;

/**
 * Reads what was settled about sessions, revision by revision (R22, R23). Thread-safe. Every method
 * throws {@link StoreUnavailableException} if the store cannot be read now.
 */
public final class Revisions {

  private final SessionRecords records;

  Revisions(SessionRecords records) {
    this.records = records;
  }

  /**
   * {@return a session's revisions by number, the first one first; empty if it was never settled or
   * there are no more}
   *
   * @param session the session
   * @param after only those of a greater number; 0 to begin with the first
   * @param limit at most so many, at least 1
   */
  public List<SessionRevision> list(SessionId session, int after, int limit) {
    return records.revisions(session, after, limit);
  }

  /**
   * {@return one revision; nothing if there is none of this number}
   *
   * @param session the session
   * @param number from 1 up
   */
  public Optional<SessionRevision> revision(SessionId session, int number) {
    return records.revision(session, number);
  }

  /**
   * {@return what a revision changed, against the one before it; nothing if there is none of this
   * number}
   *
   * @param session the session
   * @param number from 1 up
   */
  public Optional<RevisionDiff> diff(SessionId session, int number) {
    return records
        .revision(session, number)
        .map(
            revision ->
                records
                    .revision(session, number - 1)
                    .map(before -> RevisionDiff.between(before, revision))
                    .orElseGet(() -> RevisionDiff.first(revision)));
  }
}
