package dev.attendance.livekit;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RoomFinished;
import dev.attendance.event.RoomStarted;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackUnpublished;
import java.time.Instant;
import java.util.Set;

/**
 * Turns the body of a webhook that was verified into an event. Stateless; never throws for any
 * body.
 *
 * <p>It reads what {@link ProtoJson} reads, in LiveKit's spelling (lowerCamelCase) or protobuf's
 * own (snake_case). Where an event is not what it must be, the reason names the field and the rule,
 * never a value.
 */
final class WebhookDecoder {

  /** Events that LiveKit sends and that say nothing of attendance. */
  private static final Set<String> IRRELEVANT =
      Set.of(
          "egress_started",
          "egress_updated",
          "egress_ended",
          "ingress_started",
          "ingress_ended",
          "agent_job_started",
          "agent_job_ended");

  private WebhookDecoder() {}

  /**
   * Decodes a body.
   *
   * @param body the bytes that were signed
   * @param digest their SHA-256; the id of an event whose server is too old to give it one, so that
   *     its retry is a duplicate all the same
   * @param receivedAt when they reached us
   * @return never {@link WebhookResult.Rejected}
   */
  static WebhookResult decode(byte[] body, BodyDigest digest, Instant receivedAt) {
    try {
      WebhookJson json = ProtoJson.read(body, WebhookJson::read);
      return switch (json.event()) {
        case "room_started" -> accepted(new RoomStarted(header(json, digest, receivedAt)));
        case "room_finished" -> accepted(new RoomFinished(header(json, digest, receivedAt)));
        case "participant_joined" ->
            accepted(
                new ParticipantJoined(
                    header(json, digest, receivedAt), json.participant().toParticipant()));
        case "participant_left" ->
            accepted(
                new ParticipantLeft(
                    header(json, digest, receivedAt),
                    json.participant().toParticipant(),
                    json.participant().disconnectReason()));
        case "participant_connection_aborted" ->
            accepted(
                new ConnectionAborted(
                    header(json, digest, receivedAt),
                    json.participant().toParticipant(),
                    json.participant().disconnectReason()));
        case "track_published" ->
            accepted(
                new TrackPublished(
                    header(json, digest, receivedAt), json.track().toTrack(json.participant())));
        case "track_unpublished" ->
            accepted(
                new TrackUnpublished(
                    header(json, digest, receivedAt), json.track().toTrack(json.participant())));
        case "" -> new WebhookResult.Undecodable("event: must be present");
        default -> ignored(json.event());
      };
    } catch (UndecodableException | IllegalArgumentException e) {
      // The latter is from the records' own checks, which name the field and the rule as well.
      return new WebhookResult.Undecodable(String.valueOf(e.getMessage()));
    }
  }

  private static WebhookResult accepted(AttendanceEvent event) {
    return new WebhookResult.Accepted(event);
  }

  private static WebhookResult ignored(String event) {
    return new WebhookResult.Ignored(
        IRRELEVANT.contains(event) ? event : WebhookResult.Ignored.UNKNOWN);
  }

  private static EventHeader header(WebhookJson json, BodyDigest digest, Instant receivedAt) {
    Instant occurredAt =
        ProtoInstant.ofSeconds("createdAt", json.createdAt())
            .orElseThrow(() -> new UndecodableException("createdAt", "must be present"));
    String id = json.id().isEmpty() ? "sha256:" + digest.hex() : json.id();
    return new EventHeader(
        new EventId(WebhookReceiver.SOURCE, id), json.room().toInstance(), occurredAt, receivedAt);
  }
}
