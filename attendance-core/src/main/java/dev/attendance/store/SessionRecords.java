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
   * Notes that everything known of a room instance up to a version has gone into saved revisions.
   * Never goes back: a lower version than noted before changes nothing, nor does an unknown room.
   *
   * @param roomSid the room instance
   * @param version the {@link FoldedRoom#version()} that was settled
   * @throws StoreUnavailableException if it cannot be noted now
   */
  void settle(String roomSid, long version);

  /**
   * {@return the sessions that are noted as to settle because corrections were made or plans put,
   * in the store's order of ids} A note may name a room instance: then it is about the sessions
   * that claim it, whichever these are by now. Paged like {@link Rooms#roomsToSettle}. To be read
   * before the corrections and the plans are: what comes after makes another note.
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
}
