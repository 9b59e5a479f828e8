package dev.attendance.session;

import dev.attendance.event.ParticipantProfile;

/**
 * Says which person a participant stands for: several identities may be one person, for example two
 * devices. Must be a pure function of the profile and must not go by the display name (R11): of
 * profiles that differ in nothing else one is asked for, whichever comes first. Thread-safe.
 */
@FunctionalInterface
public interface PersonResolver {

  /** Each identity is a person of its own. */
  PersonResolver IDENTITY = profile -> new PersonId(profile.identity());

  /**
   * {@return the person}
   *
   * @param profile the participant as last described
   */
  PersonId person(ParticipantProfile profile);
}
