package dev.attendance.event;

/**
 * A published medium.
 *
 * @param sid LiveKit's {@code TR_…}
 * @param participantSid the connection that published it
 * @param identity the identity of that connection
 * @param source where the medium comes from
 */
public record Track(String sid, String participantSid, String identity, TrackSource source) {

  /**
   * Checks the fields by {@link FieldRules}.
   *
   * @throws IllegalArgumentException if a field is unfit
   */
  public Track {
    FieldRules.id("track sid", sid);
    FieldRules.id("participant sid", participantSid);
    FieldRules.id("participant identity", identity);
  }

  /** Shows the sids only: the identity is personal data and does not belong in logs. */
  @Override
  public String toString() {
    return "Track[" + sid + " of " + participantSid + "]";
  }
}
