package dev.attendance.store;

import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;

/**
 * When our own receiver was up (R21): the stretches between heartbeats, of any number of nodes.
 * Thread-safe, across nodes too. It is kept where events are, so a beat also shows that events
 * could have been kept.
 */
public interface Coverage {

  /**
   * Notes that a node was up, durably when the call returns, in a transaction of its own. Goes on
   * with the node's stretch that began last before {@code at} if that ended at most {@code
   * longestGap} before, else begins a new one. Never takes anything back: a node whose clock is set
   * back changes nothing of what is covered already.
   *
   * <p>Where it begins a stretch, a blind spot before it may be known only now. Then every session
   * that was settled since the last beat before this one, of any node, is noted as {@linkplain
   * SessionRecords#sessionsToSettle to settle} in the same transaction; where there is no such
   * beat, since this one (R23).
   *
   * @param node which node, an id; compared exactly
   * @param at when it was up, in the range of {@link dev.attendance.event.FieldRules}
   * @param longestGap how far apart two beats of one stretch may be, inclusive; not negative
   * @param lostBefore how long before a blind spot's last beat something may have been lost: notes
   *     are of sessions settled since that much earlier, inclusive; not negative
   * @throws StoreUnavailableException if it cannot be noted now
   */
  void beat(String node, Instant at, Duration longestGap, Duration lostBefore);

  /**
   * {@return when any node was up, as far as it tells of a stretch of time: all that touches it,
   * and what lies nearest on either side of it, if there is any} So the gaps of the answer are
   * those in the time asked about. The millisecond of a beat is covered, and all between the beats
   * of one stretch of a node.
   *
   * @param time from its start (inclusive) to its end (exclusive)
   * @throws StoreUnavailableException if the store cannot be read now
   */
  IntervalSet covered(Interval time);
}
