package dev.attendance.livekit;

/**
 * What to answer a webhook with. The body of every answer is empty.
 *
 * <p>LiveKit takes any 2xx, 3xx and 4xx as delivered for ever and retries 5xx for about 15 s. So
 * 200 means that the event is safe, or that nothing would make it safer.
 */
public enum WebhookAnswer {
  /** The event is in the log, durably. */
  RECORDED(200),
  /** The event was in the log already. */
  DUPLICATE(200),
  /** The event says nothing of attendance. */
  IGNORED(200),
  /** The body cannot be decoded, and is kept to be tried again by a later version. */
  QUARANTINED(200),
  /** The request is not proven to be LiveKit's; nothing of it is stored. */
  REJECTED(401),
  /** The event could not be stored now. LiveKit retries. */
  UNAVAILABLE(503);

  private final int status;

  WebhookAnswer(int status) {
    this.status = status;
  }

  /** {@return the HTTP status} */
  public int status() {
    return status;
  }
}
