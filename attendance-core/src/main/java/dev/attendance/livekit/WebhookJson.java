package dev.attendance.livekit;

import java.util.Optional;
import tools.jackson.core.JsonParser;

/** What is read of LiveKit's {@code WebhookEvent}. */
final class WebhookJson {

  private String event = "";
  private String id = "";
  private long createdAt;
  private Optional<RoomJson> room = Optional.empty();
  private Optional<ParticipantJson> participant = Optional.empty();
  private Optional<TrackJson> track = Optional.empty();

  private WebhookJson() {}

  /** {@return the event at whose start the parser stands} */
  static WebhookJson read(JsonParser json) {
    WebhookJson webhook = new WebhookJson();
    ProtoJson.object("body", json, webhook::field);
    return webhook;
  }

  private void field(String field, JsonParser json) {
    switch (field) {
      case "event" -> event = ProtoJson.string("event", json);
      case "id" -> id = ProtoJson.string("id", json);
      case "createdAt", "created_at" -> createdAt = ProtoJson.int64("createdAt", json);
      case "room" -> room = RoomJson.read(json);
      case "participant" -> participant = ParticipantJson.read(json);
      case "track" -> track = TrackJson.read(json);
      default -> json.skipChildren();
    }
  }

  /** {@return the event's name; empty if there is none} */
  String event() {
    return event;
  }

  /** {@return the event's id; empty if there is none} */
  String id() {
    return id;
  }

  /** {@return when it was made, in seconds since the epoch; zero if that is not said} */
  long createdAt() {
    return createdAt;
  }

  RoomJson room() {
    return room.orElseThrow(() -> missing("room"));
  }

  ParticipantJson participant() {
    return participant.orElseThrow(() -> missing("participant"));
  }

  TrackJson track() {
    return track.orElseThrow(() -> missing("track"));
  }

  private static UndecodableException missing(String field) {
    return new UndecodableException(field, "must be present");
  }
}
