package dev.attendance.cycle;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.FieldRules;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RosterObserved;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackUnpublished;
import java.util.Comparator;
import java.util.List;

/**
 * What a participant was last described as. Decides whether it counts ({@link ParticipantFilter})
 * and whom it stands for.
 *
 * @param identity the app's own id for whoever connects
 * @param name the display name, possibly empty
 * @param kind what it is
 * @param hidden whether others in the room could not see it
 * @param recorder whether it was a recorder by its permission
 */
public record ParticipantProfile(
    String identity, String name, ParticipantKind kind, boolean hidden, boolean recorder) {

  /** Settles which of two descriptions of the same instant is kept, so that order cannot matter. */
  static final Comparator<ParticipantProfile> TIE =
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

  static ParticipantProfile of(Participant participant) {
    return new ParticipantProfile(
        participant.identity(),
        participant.name(),
        participant.kind(),
        participant.hidden(),
        participant.recorder());
  }

  /**
   * {@return what an event describes participants as; empty if it is about none}
   *
   * @param event any event
   */
  public static List<ParticipantProfile> in(AttendanceEvent event) {
    return switch (event.kind()) {
      case ROOM_STARTED, ROOM_FINISHED -> List.of();
      case PARTICIPANT_JOINED -> List.of(of(((ParticipantJoined) event).participant()));
      case PARTICIPANT_LEFT -> List.of(of(((ParticipantLeft) event).participant()));
      case CONNECTION_ABORTED -> List.of(of(((ConnectionAborted) event).participant()));
      case TRACK_PUBLISHED -> List.of(of(((TrackPublished) event).track().identity()));
      case TRACK_UNPUBLISHED -> List.of(of(((TrackUnpublished) event).track().identity()));
      case ROSTER_OBSERVED ->
          ((RosterObserved) event).listed().stream().map(ParticipantProfile::of).toList();
    };
  }

  /** What a track event tells: the identity alone. */
  static ParticipantProfile of(String identity) {
    return new ParticipantProfile(identity, "", ParticipantKind.STANDARD, false, false);
  }

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "ParticipantProfile[" + kind + "]";
  }
}
