package dev.attendance;

import dev.attendance.store.Coverage;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The job that notes that this node is up, so that the time in which no node was is known
 * afterwards (R21) and what was settled without that knowledge is settled anew (R23). Every node
 * that receives webhooks runs it, from before it receives the first one; it writes where events are
 * written, so a database that cannot be reached makes a gap as well. Who never runs it has no blind
 * spots: nothing is claimed of them then.
 */
public final class Heartbeat {

  /**
   * How often it should run unless the builder is told otherwise: every five seconds. LiveKit gives
   * an event up after 15 seconds, and so long is the pause that {@link #TOLERATED_BEATS} allow.
   */
  public static final Duration DEFAULT_EVERY = Duration.ofSeconds(5);

  /** How many intervals two beats may be apart before it counts as a gap: three. */
  public static final int TOLERATED_BEATS = 3;

  private final Coverage coverage;
  private final String node;
  private final Duration longestGap;
  private final Duration lostBefore;
  private final InstantSource clock;

  Heartbeat(
      Coverage coverage,
      String node,
      Duration longestGap,
      Duration lostBefore,
      InstantSource clock) {
    this.coverage = coverage;
    this.node = node;
    this.longestGap = longestGap;
    this.lostBefore = lostBefore;
    this.clock = clock;
  }

  /**
   * Notes that this node is up now.
   *
   * @throws dev.attendance.store.StoreUnavailableException if it cannot be noted: as little could
   *     events be
   */
  public void runOnce() {
    coverage.beat(node, clock.instant(), longestGap, lostBefore);
  }
}
