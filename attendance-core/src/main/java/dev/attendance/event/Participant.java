package dev.attendance.event;

import java.util.Optional;

/**
 * A participant as the source described it with an event.
 *
 * @param sid LiveKit's {@code PA_…}: one connection; new for every session that is not resumed
 * @param profile who and what it is
 * @param joinTime when its session began, if the source says so
 */
public record Participant(String sid, ParticipantProfile profile, Optional<JoinTime> joinTime) {

  /**
   * Checks the sid by {@link FieldRules}.
   *
   * @throws IllegalArgumentException if it is unfit
   */
  public Participant {
    FieldRules.id("participant sid", sid);
  }

  /**
   * The same with the profile's fields.
   *
   * @param sid LiveKit's {@code PA_…}
   * @param identity the app's own id for whoever connects
   * @param name the display name, possibly empty
   * @param kind what it is
   * @param hidden whether others in the room could not see it
   * @param recorder whether it was a recorder by its permission
   * @param joinTime when its session began, if the source says so
   * @throws IllegalArgumentException if sid, identity or name is unfit
   */
  public Participant(
      String sid,
      String identity,
      String name,
      ParticipantKind kind,
      boolean hidden,
      boolean recorder,
      Optional<JoinTime> joinTime) {
    this(sid, new ParticipantProfile(identity, name, kind, hidden, recorder), joinTime);
  }

  /** {@return the app's own id for whoever connects} */
  public String identity() {
    return profile.identity();
  }

  /** {@return the display name, possibly empty} */
  public String name() {
    return profile.name();
  }

  /** {@return what it is} */
  public ParticipantKind kind() {
    return profile.kind();
  }

  /** {@return whether others in the room could not see it} */
  public boolean hidden() {
    return profile.hidden();
  }

  /** {@return whether it was a recorder by its permission} */
  public boolean recorder() {
    return profile.recorder();
  }

  /** Shows the sid only: identity and name are personal data and do not belong in logs. */
  @Override
  public String toString() {
    return "Participant[" + sid + "]";
  }
}
