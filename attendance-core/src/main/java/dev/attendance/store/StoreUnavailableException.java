package dev.attendance.store;

/**
 * The store cannot do it now, and trying again later may succeed. Nothing was changed, unless the
 * connection was lost while the change was being committed: then it may be there. Every change of
 * these ports can be repeated without harm.
 */
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
