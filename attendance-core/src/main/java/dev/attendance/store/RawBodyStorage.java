package dev.attendance.store;

import java.util.Optional;

/**
 * Whether a store keeps the bodies in which events come. Nothing is worked out from them: all that
 * the fold, the audit and explanations need is kept with the events themselves. Bodies in {@link
 * Quarantine} are kept as they came in any case.
 */
public enum RawBodyStorage {
  /** Not at all. */
  OFF,
  /** As they came. */
  PLAIN,
  /** Compressed, where that makes them shorter. */
  COMPRESSED;

  /**
   * {@return what is kept of a body; nothing if none is}
   *
   * @param body the body as it came; nothing if there was none
   */
  public Optional<RawBody> kept(Optional<RawBody> body) {
    return switch (this) {
      case OFF -> Optional.empty();
      case PLAIN -> body;
      case COMPRESSED -> body.map(RawBody::compressed);
    };
  }
}
