package dev.attendance.livekit;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RoomInstance;
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackSource;
import dev.attendance.event.TrackUnpublished;
import dev.attendance.livekit.ProtoJsonText.Style;
import java.time.Instant;
import java.util.List;

/** Writes the webhook that an event is decoded from. */
final class WebhookText {

  /** In the order of their numbers in LiveKit's protocol. */
  private static final List<String> KINDS =
      List.of("STANDARD", "INGRESS", "EGRESS", "SIP", "AGENT", "", "", "CONNECTOR", "BRIDGE");

  private static final List<String> TRACK_SOURCES =
      List.of("UNKNOWN", "CAMERA", "MICROPHONE", "SCREEN_SHARE", "SCREEN_SHARE_AUDIO");

  private static final List<String> DISCONNECT_REASONS =
      List.of(
          "UNKNOWN_REASON",
          "CLIENT_INITIATED",
          "DUPLICATE_IDENTITY",
          "SERVER_SHUTDOWN",
          "PARTICIPANT_REMOVED",
          "ROOM_DELETED",
          "STATE_MISMATCH",
          "JOIN_FAILURE",
          "MIGRATION",
          "SIGNAL_CLOSE",
          "ROOM_CLOSED",
          "USER_UNAVAILABLE",
          "USER_REJECTED",
          "SIP_TRUNK_FAILURE",
          "CONNECTION_TIMEOUT",
          "MEDIA_FAILURE",
          "AGENT_ERROR");

  private WebhookText() {}

  static ProtoJsonText of(AttendanceEvent event, Style style) {
    ProtoJsonText text = new ProtoJsonText(style);
    switch (event.kind()) {
      case ROOM_STARTED -> text.string("event", "room_started");
      case ROOM_FINISHED -> text.string("event", "room_finished");
      case PARTICIPANT_JOINED -> text.string("event", "participant_joined");
      case PARTICIPANT_LEFT -> text.string("event", "participant_left");
      case CONNECTION_ABORTED -> text.string("event", "participant_connection_aborted");
      case TRACK_PUBLISHED -> text.string("event", "track_published");
      case TRACK_UNPUBLISHED -> text.string("event", "track_unpublished");
      case ROSTER_OBSERVED -> throw new AssertionError("no webhook");
    }
    text.message("room", room(event.header().room(), style));
    if (event instanceof ParticipantJoined joined) {
      text.message("participant", participant(joined.participant(), style));
    } else if (event instanceof ParticipantLeft left) {
      text.message("participant", gone(left.participant(), left.reason(), style));
    } else if (event instanceof ConnectionAborted aborted) {
      text.message("participant", gone(aborted.participant(), aborted.reason(), style));
    } else if (event instanceof TrackPublished published) {
      track(text, published.track(), style);
    } else if (event instanceof TrackUnpublished unpublished) {
      track(text, unpublished.track(), style);
    }
    return text.string("id", event.header().id().value())
        .int64("createdAt", event.header().occurredAt().getEpochSecond())
        .int64("numDropped", 0);
  }

  private static ProtoJsonText room(RoomInstance room, Style style) {
    return new ProtoJsonText(style)
        .string("sid", room.sid())
        .string("name", room.name())
        .int64("creationTime", room.createdAt().map(Instant::getEpochSecond).orElse(0L))
        .int64("creationTimeMs", room.createdAt().map(Instant::toEpochMilli).orElse(0L))
        .string("turnPassword", "hush")
        .string("metadata", "{\"sid\":\"x\"}");
  }

  private static ProtoJsonText participant(Participant participant, Style style) {
    ProtoJsonText text =
        new ProtoJsonText(style)
            .string("sid", participant.sid())
            .string("identity", participant.identity())
            .string("name", participant.name())
            .string("metadata", "hush")
            .enumeration(
                "kind",
                participant.kind() == ParticipantKind.UNRECOGNIZED
                    ? "HOLOGRAM"
                    : participant.kind().name(),
                number(KINDS, participant.kind().name()))
            .message(
                "permission",
                new ProtoJsonText(style)
                    .bool("canPublish", true)
                    .bool("hidden", participant.hidden())
                    .bool("recorder", participant.recorder())
                    .bool("agent", participant.kind() == ParticipantKind.AGENT));
    participant
        .joinTime()
        .ifPresent(
            joinTime -> {
              text.int64("joinedAt", joinTime.at().getEpochSecond());
              text.int64(
                  "joinedAtMs", joinTime.toTheMillisecond() ? joinTime.at().toEpochMilli() : 0);
            });
    return text;
  }

  private static ProtoJsonText gone(Participant participant, DisconnectReason reason, Style style) {
    return participant(participant, style)
        .enumeration(
            "disconnectReason",
            reason == DisconnectReason.UNRECOGNIZED ? "LOST_INTEREST" : reason.name(),
            number(DISCONNECT_REASONS, reason.name()));
  }

  private static void track(ProtoJsonText text, Track track, Style style) {
    text.message(
            "participant",
            new ProtoJsonText(style)
                .string("sid", track.participantSid())
                .string("identity", track.identity()))
        .message(
            "track",
            new ProtoJsonText(style)
                .string("sid", track.sid())
                .enumeration(
                    "source",
                    track.source() == TrackSource.UNRECOGNIZED ? "SMELL" : track.source().name(),
                    number(TRACK_SOURCES, track.source().name())));
  }

  private static int number(List<String> names, String name) {
    return names.contains(name) ? names.indexOf(name) : 99;
  }
}
