package dev.attendance.event;

import java.util.Comparator;
import java.util.List;

/**
 * What a source describes a participant as. The last description decides whether it counts (R10)
 * and whom it stands for (R11).
 *
 * <p>Ordered by its fields, one after the other. That settles which of two descriptions of the same
 * instant is kept, so that the order in which they came cannot matter.
 *
 * @param identity the app's own id for whoever connects
 * @param name the display name, possibly empty; shown, never used to tell people apart (R11)
 * @param kind what it is
 * @param hidden whether others in the room could not see it
 * @param recorder whether it was a recorder by its permission (servers before kinds existed)
 */
public record ParticipantProfile(
    String identity, String name, ParticipantKind kind, boolean hidden, boolean recorder)
    implements Comparable<ParticipantProfile> {

  private static final Comparator<ParticipantProfile> ORDER =
      Comparator.comparing(ParticipantProfile::identity)
          .thenComparing(ParticipantProfile::name)
          .thenComparing(ParticipantProfile::kind)
          .thenComparing(ParticipantProfile::hidden)
          .thenComparing(ParticipantProfile::recorder);

  /**
   * Checks identity and name by {@link FieldRules}.
   *
   * @throws IllegalArgumentException if one is unfit
   */
  public ParticipantProfile {
    FieldRules.id("participant identity", identity);
    FieldRules.text("participant name", name);
  }

  /**
   * {@return what a track event tells of who publishes it: the identity alone}
   *
   * @param identity the identity
   * @throws IllegalArgumentException if it is unfit
   */
  public static ParticipantProfile ofIdentity(String identity) {
    return new ParticipantProfile(identity, "", ParticipantKind.STANDARD, false, false);
  }

  /**
   * {@return what an event describes participants as; empty if it is about none}
   *
   * @param event any event
   */
  public static List<ParticipantProfile> in(AttendanceEvent event) {
    return switch (event.kind()) {
      case ROOM_STARTED, ROOM_FINISHED -> List.of();
      case PARTICIPANT_JOINED -> List.of(((ParticipantJoined) event).participant().profile());
      case PARTICIPANT_LEFT -> List.of(((ParticipantLeft) event).participant().profile());
      case CONNECTION_ABORTED -> List.of(((ConnectionAborted) event).participant().profile());
      case TRACK_PUBLISHED -> List.of(ofIdentity(((TrackPublished) event).track().identity()));
      case TRACK_UNPUBLISHED -> List.of(ofIdentity(((TrackUnpublished) event).track().identity()));
      case ROSTER_OBSERVED ->
          ((RosterObserved) event).listed().stream().map(Participant::profile).toList();
    };
  }

  @Override
  public int compareTo(ParticipantProfile other) {
    return ORDER.compare(this, other);
  }

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "ParticipantProfile[" + kind + "]";
  }
}
