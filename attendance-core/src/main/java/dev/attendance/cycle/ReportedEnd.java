package dev.attendance.cycle;

import dev.attendance.event.DisconnectReason;
import dev.attendance.event.FieldRules;
import java.time.Instant;
import java.util.Comparator;

/**
 * The end of a cycle as the source reported it.
 *
 * @param reportedAt {@code createdAt} of the event, cut to whole seconds: in milliseconds since the
 *     epoch, kept plain as in {@link CycleFacts}
 * @param reason why, as far as the server knew
 */
public record ReportedEnd(long reportedAt, DisconnectReason reason) {

  /**
   * Checks the instant.
   *
   * @throws IllegalArgumentException if it is out of the range of {@link FieldRules}
   */
  public ReportedEnd {
    FieldRules.millis("reported end", reportedAt);
  }

  /**
   * The same with an instant, which is cut to the millisecond.
   *
   * @param at {@code createdAt} of the event
   * @param reason why, as far as the server knew
   * @throws IllegalArgumentException if {@code at} is out of the range of {@link FieldRules}
   */
  public ReportedEnd(Instant at, DisconnectReason reason) {
    this(FieldRules.instant("reported end", at).toEpochMilli(), reason);
  }

  /** {@return when it was reported for} */
  public Instant at() {
    return Instant.ofEpochMilli(reportedAt);
  }

  /** Earlier first; of two at the same second the one that says more, for it is the narrower. */
  static final Comparator<ReportedEnd> EARLIER =
      Comparator.comparingLong(ReportedEnd::reportedAt)
          .thenComparing(end -> !end.saidByClient())
          .thenComparing(ReportedEnd::noticedLate)
          .thenComparing(ReportedEnd::reason);

  /**
   * {@return whether the client itself asked for it} Only then was it alive until the end. Whatever
   * else ends a connection may end one that fell silent before, for as long as the server takes to
   * notice (R3).
   */
  public boolean saidByClient() {
    return reason == DisconnectReason.CLIENT_INITIATED;
  }

  /** {@return whether the server merely noticed that nothing came any more} (R3) */
  public boolean noticedLate() {
    return reason == DisconnectReason.CONNECTION_TIMEOUT
        || reason == DisconnectReason.UNKNOWN_REASON;
  }
}
