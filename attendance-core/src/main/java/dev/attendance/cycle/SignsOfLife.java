package dev.attendance.cycle;

import static dev.attendance.cycle.CycleFacts.ABSENT;
import static dev.attendance.cycle.CycleFacts.first;

/**
 * What the facts of a cycle prove by themselves of how long it was there. In milliseconds since the
 * epoch, as the facts are.
 */
final class SignsOfLife {

  private final long resolution;
  private final long detectionDelay;
  private final long listedTooLong;

  SignsOfLife(SourceTiming timing) {
    resolution = timing.resolution().toMillis();
    detectionDelay = timing.detectionDelay().toMillis();
    listedTooLong =
        timing.detectionDelay().plus(timing.listingLag()).plus(timing.clockTolerance()).toMillis();
  }

  /**
   * Until when it was there for certain, its reported end aside. A track begun shows the client
   * alive, though the server may date it a little late. What the server merely holds to be so, the
   * end of a track or a listing, may be as late as its detection of lost connections. A joined
   * shows that it had come, and may be told after the end.
   */
  long provenUntil(CycleFacts facts) {
    long shown = facts.lastPublishedAt();
    long held = facts.lastUnpublishedAt() - detectionDelay;
    long proven =
        Math.max(Math.max(shown, held) - resolution, facts.lastListedAt() - listedTooLong);
    return Math.max(proven, joinedAt(facts));
  }

  private static long joinedAt(CycleFacts facts) {
    return facts.joinedAtMillis() == ABSENT ? facts.joinedAtSecond() : facts.joinedAtMillis();
  }

  /** The same, with its reported end; that is cut to seconds, so it may be before the start. */
  long provenUntilOrEnd(CycleFacts facts) {
    long proven = provenUntil(facts);
    if (facts.reportedEnd().isEmpty()) {
      return proven;
    }
    return Math.max(joinedAt(facts), earliestEnd(facts.reportedEnd().get(), proven));
  }

  /** When a reported end was at the earliest; what contradicts the report is not believed (R3). */
  long earliestEnd(ReportedEnd end, long proven) {
    long at = end.reportedAt();
    return end.saidByClient() ? at : Math.max(at - detectionDelay, Math.min(at, proven));
  }

  /** By when it was up, so that the server lists it from then on. */
  static long upBy(CycleFacts facts) {
    long up = first(facts.joinedEventAt(), first(facts.firstTrackAt(), facts.firstListedAt()));
    return facts.reportedEnd().isEmpty() ? up : first(up, facts.reportedEnd().get().reportedAt());
  }

  /** The last time that anything but a reported end spoke of it. */
  static long last(CycleFacts facts) {
    long last = Math.max(facts.joinedAtMillis(), facts.joinedAtSecond());
    last = Math.max(last, Math.max(facts.joinedEventAt(), facts.lastListedAt()));
    return Math.max(last, Math.max(facts.lastPublishedAt(), facts.lastUnpublishedAt()));
  }
}
