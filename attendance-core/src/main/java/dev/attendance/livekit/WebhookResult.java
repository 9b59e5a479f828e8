package dev.attendance.livekit;

import dev.attendance.event.AttendanceEvent;

/** What a webhook turned out to be. */
public sealed interface WebhookResult {

  /**
   * A signed event that attendance is made of.
   *
   * @param event the event
   */
  record Accepted(AttendanceEvent event) implements WebhookResult {}

  /**
   * A signed event that says nothing of attendance.
   *
   * @param eventName its name if it is one that LiveKit is known to send, otherwise {@link
   *     #UNKNOWN}: safe for a log or a metric, however it was called
   */
  record Ignored(String eventName) implements WebhookResult {

    /** Stands for every name that is not known. */
    public static final String UNKNOWN = "unknown";
  }

  /**
   * A signed body that cannot be decoded. Worth keeping: a later version may be able to.
   *
   * @param reason the field and the rule that is broken, without any value of the body
   */
  record Undecodable(String reason) implements WebhookResult {}

  /**
   * A request that is not proven to be LiveKit's. Nothing of it is to be stored.
   *
   * @param reason why not
   */
  record Rejected(RejectionReason reason) implements WebhookResult {}
}
