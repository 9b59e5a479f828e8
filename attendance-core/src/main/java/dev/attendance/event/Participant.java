package dev.attendance.event;

import java.util.Optional;

/**
 * A participant as the source described it with an event.
 *
 * @param sid LiveKit's {@code PA_…}: one connection; new for every session that is not resumed
 * @param identity the app's own id for whoever connects
 * @param name the display name, possibly empty; shown, never used to tell people apart (R11)
 * @param kind what it is
 * @param hidden whether others in the room could not see it
 * @param recorder whether it was a recorder by its permission (servers before kinds existed)
 * @param joinTime when its session began, if the source says so
 */
public record Participant(
    String sid,
    String identity,
    String name,
    ParticipantKind kind,
    boolean hidden,
    boolean recorder,
    Optional<JoinTime> joinTime) {

  /**
   * Checks the fields by {@link FieldRules}.
   *
   * @throws IllegalArgumentException if a field is unfit
   */
  public Participant {
    FieldRules.id("participant sid", sid);
    FieldRules.id("participant identity", identity);
    FieldRules.text("participant name", name);
  }

  /** Shows the sid only: identity and name are personal data and do not belong in logs. */
  @Override
  public String toString() {
    return "Participant[" + sid + "]";
  }
}
