package dev.attendance.store;

/** The store cannot do it now: nothing was changed, and trying again later may succeed. */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * An exception to be thrown by a store.
   *
   * @param message what could not be done, without personal data
   * @param cause what the database said
   */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
