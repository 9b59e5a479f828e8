package dev.attendance.store;

import dev.attendance.record.HistoryEntry;
import dev.attendance.record.HistoryPosition;
import dev.attendance.record.SessionRevision;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps what was settled about sessions. Thread-safe. */
public interface SessionRecords {

  /**
   * Saves a revision with all its records and, in the same transaction, notes its session as {@link
   * #sessionsToSettle to settle}: what it was worked out from may be out of date by now. Durable
   * when the call returns.
   *
   * @param revision what to save
   * @return whether it was saved; false if a revision of this number is there already, then nothing
   *     was changed
   * @throws StoreUnavailableException if it cannot be saved now
   */
  boolean save(SessionRevision revision);

  /**
   * {@return the revision of the highest number; nothing if the session was never settled}
   *
   * @param session the session
   * @throws StoreUnavailableException if the store cannot be read now
   */
  Optional<SessionRevision> latest(SessionId session);

  /**
   * {@return the revision of the highest number of each of the sessions, in the order of their ids;
   * those never settled are left out}
   *
   * @param sessions the sessions, in any order
   * @throws StoreUnavailableException if the store cannot be read now
   */
  List<SessionRevision> latest(Collection<SessionId> sessions);

  /**
   * {@return what the latest revisions have of a person, the latest session first} When a session
   * was and which of two at the same instant comes first, {@link HistoryPosition} says; ids go by
   * the store's order of them.
   *
   * @param person who
   * @param during only sessions that were in this stretch of time
   * @param before only what stands behind this place; nothing to begin with the latest
   * @param limit at most so many, at least 1
   * @throws StoreUnavailableException if the store cannot be read now
   */
  List<HistoryEntry> history(
      PersonId person, Interval during, Optional<HistoryPosition> before, int limit);

  /**
   * {@return one revision; nothing if there is none of this number}
   *
   * @param session the session
   * @param revision its number
   * @throws StoreUnavailableException if the store cannot be read now
   */
  Optional<SessionRevision> revision(SessionId session, int revision);

  /**
   * {@return a session's revisions, by number} Pages that follow each other, each after the last
   * number of the one before, bring every revision once.
   *
   * @param session the session
   * @param after only those of a greater number; 0 to begin with the first
   * @param limit at most so many, at least 1
   * @throws StoreUnavailableException if the store cannot be read now
   */
  List<SessionRevision> revisions(SessionId session, int after, int limit);

  /**
   * Notes that everything known of a room instance up to a version has gone into saved revisions.
   * Never goes back: a lower version than noted before changes nothing, nor does an unknown room.
   *
   * @param roomSid the room instance
   * @param version the {@link FoldedRoom#version()} that was settled
   * @throws StoreUnavailableException if it cannot be noted now
   */
  void settle(String roomSid, long version);

  /**
   * {@return the sessions that are noted as to settle because corrections were made, plans put, or
   * an outage became known, in the store's order of ids} A note may name a room instance: then it
   * is about the sessions that claim it, whichever these are by now. Paged like {@link
   * Rooms#roomsToSettle}. To be read before corrections, plans and coverage are: what comes after
   * makes another note.
   *
   * @param dueBy only what is to be settled by this instant, inclusive: a planned session when its
   *     window is over, all else at once
   * @param after only ids behind this one in that order; empty to begin with the first
   * @param limit at most so many, at least 1
   * @throws StoreUnavailableException if the store cannot be read now
   */
  List<SessionToSettle> sessionsToSettle(Instant dueBy, String after, int limit);

  /**
   * Takes a note away, since what was worked out after it was read is what the latest revision
   * says. Leaves it if the session was noted again since.
   *
   * @param settled the note as it was read
   * @throws StoreUnavailableException if it cannot be done now
   */
  void settleSession(SessionToSettle settled);

  /**
   * {@return the sessions whose latest revision was settled long ago, in the store's order of ids}
   * Paged like {@link #revisions}.
   *
   * @param before only those of which every revision was settled before this instant
   * @param after only ids behind this one in that order; empty to begin with the first
   * @param limit at most so many, at least 1
   * @throws StoreUnavailableException if the store cannot be read now
   */
  List<SessionId> settledBefore(Instant before, String after, int limit);

  /**
   * Deletes all revisions of a session, and the note that it is to be settled, in one transaction.
   * Can be repeated.
   *
   * @param session the session
   * @throws StoreUnavailableException if it cannot be done now
   */
  void purge(SessionId session);

  /** What stands in the place of a reason that might tell of a person who was erased. */
  String ERASED = "erased";

  /**
   * Puts a pseudonym in the place of a person in every revision: as the one a record is about,
   * which loses name, email address and the reason of a decision, and as the one who decided. Can
   * be repeated.
   *
   * @param person who
   * @param pseudonym who instead
   * @return how many records were changed
   * @throws StoreUnavailableException if it cannot be done now
   */
  long pseudonymise(PersonId person, PersonId pseudonym);
}
