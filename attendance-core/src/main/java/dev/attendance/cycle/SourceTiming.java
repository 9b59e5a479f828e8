package dev.attendance.cycle;

import dev.attendance.time.Interval;
import java.time.Duration;
import java.time.Instant;

/**
 * How exactly, and how late, the meeting server tells what happened. The standard values are
 * LiveKit's.
 *
 * @param resolution what the source cuts event times to: the truth is up to so much later (R3).
 *     What a server tells from a task of its own, that a track began, it may date so much too late
 * @param detectionDelay how long after the last sign of life a lost connection is noticed (R3)
 * @param connectLimit how long a connection may take from its start to being up (R2)
 * @param listingLag for how long the server may go on listing a connection after it knows of its
 *     end
 * @param pollSpacing for how long the server's list may lack who has just come: so long after the
 *     connection was up an absence counts, and so far apart two polls must be to confirm each other
 *     (R8)
 * @param clockTolerance how far two clocks may be apart: the server's and ours, or those of two of
 *     its nodes
 * @param roomsOutliveNodes whether a room instance may go on, or seem to, on another node than the
 *     one that had it. Then the times of two connections are of two clocks, and that one node
 *     finished the room proves nothing about who is with another (R7)
 */
public record SourceTiming(
    Duration resolution,
    Duration detectionDelay,
    Duration connectLimit,
    Duration listingLag,
    Duration pollSpacing,
    Duration clockTolerance,
    boolean roomsOutliveNodes) {

  /**
   * One LiveKit node that keeps its rooms in memory: whole seconds, 22 s to notice, 60 s to
   * connect, a list of participants that is 5 s old, polls 10 s apart, clocks within 5 s.
   */
  public static final SourceTiming LIVEKIT =
      new SourceTiming(
          Duration.ofSeconds(1),
          Duration.ofSeconds(22),
          Duration.ofSeconds(60),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          false);

  /**
   * LiveKit with Redis, and so with several nodes. Redis goes on listing whoever was with a node
   * that was killed, so that being listed proves only that somebody had come. Where the server is
   * set up to ask the room itself ({@code enable_psrpc_for_get_list_participants}), {@link
   * #withListingLag} may say so.
   */
  public static final SourceTiming LIVEKIT_CLUSTER =
      new SourceTiming(
          LIVEKIT.resolution,
          LIVEKIT.detectionDelay,
          LIVEKIT.connectLimit,
          Duration.ofDays(36_500),
          LIVEKIT.pollSpacing,
          LIVEKIT.clockTolerance,
          true);

  /**
   * How long LiveKit keeps an event that it could not send yet because of those before it; then it
   * drops it untried.
   */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /**
   * Checks the durations.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public SourceTiming {
    check("resolution", resolution);
    check("detectionDelay", detectionDelay);
    check("connectLimit", connectLimit);
    check("listingLag", listingLag);
    check("pollSpacing", pollSpacing);
    check("clockTolerance", clockTolerance);
  }

  private static void check(String field, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(field + ": must not be negative, was " + duration);
    }
  }

  /**
   * {@return the same with another detection delay}
   *
   * @param delay not negative
   */
  public SourceTiming withDetectionDelay(Duration delay) {
    return new SourceTiming(
        resolution,
        delay,
        connectLimit,
        listingLag,
        pollSpacing,
        clockTolerance,
        roomsOutliveNodes);
  }

  /**
   * {@return the same with another listing lag}
   *
   * @param lag not negative
   */
  public SourceTiming withListingLag(Duration lag) {
    return new SourceTiming(
        resolution,
        detectionDelay,
        connectLimit,
        lag,
        pollSpacing,
        clockTolerance,
        roomsOutliveNodes);
  }

  /** Until when what the source tells of an instant may have happened. */
  Instant resolved(Instant at) {
    return at.plusSeconds(resolution.getSeconds()).plusNanos(resolution.getNano());
  }

  /** The same in milliseconds since the epoch. */
  long resolved(long at) {
    return at + resolution.toMillis();
  }

  /** What the source cuts an instant to. */
  Instant cut(Instant at) {
    long step = resolution.toMillis();
    return step == 0 ? at : Instant.ofEpochMilli(at.toEpochMilli() / step * step);
  }

  /**
   * Until when something may have happened that happened by {@code latest}, if it is only known as
   * exactly as the source would tell it. An end that is inferred is known no better than one that
   * is reported: so its bounds never widen when the report comes.
   */
  Instant asToldBy(Instant latest) {
    return resolved(cut(latest));
  }

  /** How far the times of two connections may be apart that were told by the server. */
  Duration betweenConnections() {
    return roomsOutliveNodes ? clockTolerance : Duration.ZERO;
  }

  /**
   * {@return the time of which something may never have reached us, because our receiver was away}
   * It begins before: what happened then may have waited, for half a minute with LiveKit, and what
   * was told in the end may have been of a connection that had begun {@link #connectLimit} before.
   * What is told afterwards arrives. The clocks may differ.
   *
   * @param away when our receiver was away, by our clock
   */
  public Interval lostDuring(Interval away) {
    return new Interval(
        away.start().minus(LONGEST_WAIT).minus(connectLimit).minus(clockTolerance),
        away.end().plus(clockTolerance));
  }
}
