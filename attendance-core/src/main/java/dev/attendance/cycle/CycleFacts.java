package dev.attendance.cycle;

import dev.attendance.event.FieldRules;
import dev.attendance.event.ParticipantProfile;
import java.util.Optional;

/**
 * All that is known of one cycle. Facts only: no inference, no clock.
 *
 * <p>{@link #merge} is commutative, associative and idempotent, so the facts are a function of the
 * set of events: neither order nor repetition nor any split can change them (promise 2).
 *
 * <p>Instants are milliseconds since the epoch, {@value #ABSENT} where there is none; they are kept
 * plain because sessions have hundreds of thousands of them.
 *
 * @param id the key
 * @param profile what the participant was last described as
 * @param profileAsOf when it was described so; {@link #ABSENT} if only track events spoke of it
 * @param joinedAtMillis the earliest join time that is exact (R2)
 * @param joinedAtSecond the earliest join time that was cut to whole seconds (R2)
 * @param joinedEventAt the earliest {@code createdAt} of a joined event (R2)
 * @param left the first reported end (R3, R5)
 * @param aborted the first reported abort (R6)
 * @param firstTrackAt the first time a track of it began or ended (R9)
 * @param lastPublishedAt the last time it published a track (R9)
 * @param lastUnpublishedAt the last time a track of it ended (R9)
 * @param firstListedAt when the first poll that listed it was answered: it had begun by then
 * @param lastListedAt when the last poll that listed it was asked: it was held to be there then
 */
public record CycleFacts(
    CycleId id,
    ParticipantProfile profile,
    long profileAsOf,
    long joinedAtMillis,
    long joinedAtSecond,
    long joinedEventAt,
    Optional<ReportedEnd> left,
    Optional<ReportedEnd> aborted,
    long firstTrackAt,
    long lastPublishedAt,
    long lastUnpublishedAt,
    long firstListedAt,
    long lastListedAt) {

  /** Stands for "no such instant". */
  public static final long ABSENT = 0;

  private static final long TOO_LATE = FieldRules.LATEST.toEpochMilli();

  /**
   * Checks the instants.
   *
   * @throws IllegalArgumentException if one is neither absent nor in the range of {@link
   *     FieldRules}
   */
  public CycleFacts {
    check("profileAsOf", profileAsOf);
    check("joinedAtMillis", joinedAtMillis);
    check("joinedAtSecond", joinedAtSecond);
    check("joinedEventAt", joinedEventAt);
    check("firstTrackAt", firstTrackAt);
    check("lastPublishedAt", lastPublishedAt);
    check("lastUnpublishedAt", lastUnpublishedAt);
    check("firstListedAt", firstListedAt);
    check("lastListedAt", lastListedAt);
  }

  static void check(String field, long millis) {
    if (millis < 0 || millis >= TOO_LATE) {
      throw new IllegalArgumentException(
          field
              + ": must be absent or lie between "
              + FieldRules.EARLIEST
              + " and "
              + FieldRules.LATEST
              + ", was "
              + millis);
    }
  }

  /**
   * {@return whether the participant was ever up: joined, left after being up, listed by a poll or
   * seen sending} Otherwise the cycle is an attempt to connect (R6).
   */
  public boolean seenUp() {
    return joinedEventAt != ABSENT
        || left.isPresent()
        || firstTrackAt != ABSENT
        || firstListedAt != ABSENT;
  }

  /**
   * {@return the end that the source reported: the earliest of left and, if it was ever up,
   * aborted; nothing if none was reported} (R3, R5, R6)
   */
  public Optional<ReportedEnd> reportedEnd() {
    if (aborted.isEmpty() || !seenUp()) {
      return left;
    }
    return left.isEmpty() || ReportedEnd.EARLIER.compare(left.get(), aborted.get()) > 0
        ? aborted
        : left;
  }

  /**
   * {@return what both know together}
   *
   * @param other facts of the same cycle
   * @throws IllegalArgumentException if {@code other} is about another cycle
   */
  public CycleFacts merge(CycleFacts other) {
    if (!id.equals(other.id)) {
      throw new IllegalArgumentException("cannot merge facts of " + id + " and " + other.id);
    }
    GatheredCycle both = new GatheredCycle(id);
    both.add(this);
    both.add(other);
    return both.facts();
  }

  static long first(long one, long other) {
    if (one == ABSENT) {
      return other;
    }
    return other == ABSENT ? one : Math.min(one, other);
  }
}
