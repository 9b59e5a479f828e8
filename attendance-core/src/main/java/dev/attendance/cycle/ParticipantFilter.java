package dev.attendance.cycle;

import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantProfile;

/**
 * Decides which participants count (R10). Those that do not are stored all the same, so another
 * filter may count them later. Must be a pure function of the profile. Thread-safe.
 */
@FunctionalInterface
public interface ParticipantFilter {

  /** Counts all but recorders, streams, agents and hidden participants. */
  ParticipantFilter PEOPLE =
      profile ->
          profile.kind() != ParticipantKind.EGRESS
              && profile.kind() != ParticipantKind.INGRESS
              && profile.kind() != ParticipantKind.AGENT
              && !profile.hidden()
              && !profile.recorder();

  /**
   * {@return whether presence of this participant counts}
   *
   * @param profile the participant as last described
   */
  boolean counts(ParticipantProfile profile);
}
