package dev.attendance.store;

import dev.attendance.record.Correction;
import dev.attendance.record.SessionRevision;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import java.util.List;
import java.util.Set;

/**
 * The append-only log of what people decided (promise 6). Thread-safe. Nothing updates or deletes
 * what it holds, retention and erasure aside.
 */
public interface CorrectionLog {

  /**
   * Appends a correction and, in the same transaction, notes what is to be settled anew: its
   * session, or, if it is about all sessions, the correction itself as {@linkplain #toSpread still
   * to spread}. When the call returns, it is durable; if the caller has a transaction open that the
   * store takes part in, it is when that commits.
   *
   * <p>Ids are told apart within a session, and among the corrections about all sessions. A known
   * id changes nothing, whatever else the correction says.
   *
   * @param correction what to append
   * @return whether it is new (R1)
   * @throws StoreUnavailableException if the log cannot take it now; worth trying again
   */
  AppendOutcome append(Correction correction);

  /**
   * {@return the corrections of a session, in {@link Correction#ORDER}} Those about all sessions
   * are not among them.
   *
   * @param session the session
   * @throws StoreUnavailableException if the log cannot be read now
   */
  List<Correction> of(SessionId session);

  /**
   * {@return the corrections about all sessions, merges of persons and the withdrawals of such, in
   * {@link Correction#ORDER}}
   *
   * @throws StoreUnavailableException if the log cannot be read now
   */
  List<Correction> ofAllSessions();

  /**
   * {@return corrections about all sessions of which it is still to be noted which sessions they
   * touch, in any order} Found only after their commit: whoever settles a session at the same time
   * either has a revision that {@link #spread} finds, or sees the correction when he {@linkplain
   * SessionRecords#save makes sure} of it.
   *
   * @param limit at most so many, at least 1
   * @throws StoreUnavailableException if the log cannot be read now
   */
  List<Correction> toSpread(int limit);

  /**
   * Notes every session of which a revision has a record of any of the persons as {@linkplain
   * SessionRecords#sessionsToSettle to settle} and, in the same transaction, that the correction
   * has been spread. Can be repeated. Never takes part in the caller's transaction.
   *
   * @param correction one about all sessions
   * @param persons on whose attendance it bears, in any {@link SessionRevision}; may be empty
   * @throws StoreUnavailableException if it cannot be noted now
   */
  void spread(Correction correction, Set<PersonId> persons);

  /**
   * Deletes the corrections of a session. Can be repeated.
   *
   * @param session the session
   * @throws StoreUnavailableException if it cannot be done now
   */
  void purge(SessionId session);

  /**
   * Puts a pseudonym in the place of a person in every correction: as the one it is about, by which
   * it loses its reason, as does a withdrawal of it, and as the one who made it. One between this
   * person and another one who has that pseudonym already is deleted: it says nothing any more. Can
   * be repeated.
   *
   * @param person who
   * @param pseudonym who instead
   * @return how many corrections were changed
   * @throws StoreUnavailableException if it cannot be done now
   */
  long pseudonymise(PersonId person, PersonId pseudonym);
}
