package dev.attendance.livekit;

import dev.attendance.store.StoreUnavailableException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells when a lasting failure begins and ends, so that it is logged once and not per request. */
final class Failure {

  private final AtomicBoolean lasting = new AtomicBoolean();

  /** {@return whether the failure that just happened is the first since all was well} */
  boolean begins() {
    return !lasting.getAndSet(true);
  }

  /** {@return whether the success that just happened is the first since a failure} */
  boolean recovered() {
    return lasting.get() && lasting.getAndSet(false);
  }

  /**
   * {@return what failed and where, without any message} Messages of databases and parsers quote
   * what they were given, which is personal data; those of {@link StoreUnavailableException} do
   * not.
   */
  static String describe(Throwable failure) {
    StringBuilder description = new StringBuilder();
    Throwable root = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      description.append(cause == failure ? "" : ", caused by ").append(cause.getClass().getName());
      if (cause instanceof StoreUnavailableException) {
        description.append(" (").append(cause.getMessage()).append(')');
      }
      root = cause;
    }
    if (root.getStackTrace().length > 0) {
      description.append(" at ").append(root.getStackTrace()[0]);
    }
    return description.toString();
  }
}
