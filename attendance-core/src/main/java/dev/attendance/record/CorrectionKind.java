package dev.attendance.record;

/**
 * The kinds of {@link Correction}, for exhaustive switches and for storage. Names are part of the
 * stored format: they are never renamed.
 */
public enum CorrectionKind {
  /** {@link PresenceAdded}. */
  PRESENCE_ADDED,
  /** {@link PresenceRemoved}. */
  PRESENCE_REMOVED,
  /** {@link PresenceMoved}. */
  PRESENCE_MOVED,
  /** {@link StatusSet}. */
  STATUS_SET,
  /** {@link PersonsMerged}. */
  PERSONS_MERGED,
  /** {@link PolicyStamped}. */
  POLICY_STAMPED,
  /** {@link CorrectionWithdrawn}. */
  CORRECTION_WITHDRAWN
}
