package dev.attendance.store;

import dev.attendance.session.PersonId;
import dev.attendance.session.SessionDirectory;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import java.time.Instant;

/**
 * Keeps planned sessions for a host app that has no table of its own for them. Thread-safe. Every
 * method, those of {@link SessionDirectory} included, throws {@link StoreUnavailableException} if
 * the store cannot do it now. A plan is always read as a whole, as one call put it.
 *
 * <p>A room holds one planned session at a time, as its own room or as a breakout room: the windows
 * of two plans that use one room do not overlap. (They may abut.)
 */
public interface SessionPlans extends SessionDirectory {

  /**
   * Puts a plan with its roster: a new one, or in the place of the one of the same id. When the
   * call returns, it is durable; if the caller has a transaction open that the store takes part in,
   * it is when that commits. Plans are put one after the other, whatever the node: others wait
   * until then.
   *
   * <p>In the same transaction it is noted that the session is {@linkplain
   * SessionRecords#sessionsToSettle to be settled} once its window is over, and so are the room
   * instances that the plan, or the one it replaces, may claim: without it they are sessions of
   * their own.
   *
   * @param plan what to put
   * @throws RoomTakenException if another plan uses one of its rooms at the same time; nothing was
   *     changed then. Of two such plans put at the same time one is kept at most
   */
  void put(SessionPlan plan);

  /**
   * Removes a plan. What was recorded in its rooms stays, and belongs to sessions of their own.
   * Durable and noted as with {@link #put}.
   *
   * @param id the session
   * @return whether there was one
   */
  boolean remove(SessionId id);

  /**
   * Removes a plan with its roster as {@link #remove} does, unless its window ends later than an
   * instant: it may have been put anew. Can be repeated. Never takes part in the caller's
   * transaction.
   *
   * @param id the session
   * @param before when its window must have ended, inclusive
   * @throws StoreUnavailableException if it cannot be done now
   */
  void purge(SessionId id, Instant before);

  /**
   * Puts a pseudonym in the place of a person on every roster, who loses name and email address.
   * Where the pseudonym is on the roster already, for two who are one person may be erased under
   * one, the person's own entry goes. Can be repeated. Never takes part in the caller's
   * transaction.
   *
   * @param person who
   * @param pseudonym who instead
   * @return how many rosters were changed
   */
  long pseudonymise(PersonId person, PersonId pseudonym);
}
