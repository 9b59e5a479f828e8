package dev.attendance.livekit;

import dev.attendance.event.DisconnectReason;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantKind;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What is read of LiveKit's {@code ParticipantInfo}. Metadata and attributes are skipped. */
final class ParticipantJson {

  /** LiveKit's number of the state ACTIVE. */
  private static final long ACTIVE = 2;

  private String sid = "";
  private String identity = "";
  private String name = "";
  private long joinedAt;
  private long joinedAtMs;
  private ParticipantKind kind = ParticipantKind.STANDARD;
  private boolean active;
  private boolean agent;
  private boolean hidden;
  private boolean recorder;
  private DisconnectReason disconnectReason = DisconnectReason.UNKNOWN_REASON;

  private ParticipantJson() {}

  /** {@return the participant at which the parser stands, or nothing if it is {@code null}} */
  static Optional<ParticipantJson> read(JsonParser json) {
    ParticipantJson participant = new ParticipantJson();
    return ProtoJson.object("participant", json, participant::field)
        ? Optional.of(participant)
        : Optional.empty();
  }

  private void field(String field, JsonParser json) {
    switch (field) {
      case "sid" -> sid = ProtoJson.string("participant sid", json);
      case "identity" -> identity = ProtoJson.string("participant identity", json);
      case "name" -> name = ProtoJson.string("participant name", json);
      case "state" -> active = isActive(json);
      case "joinedAt", "joined_at" -> joinedAt = ProtoJson.int64("participant joinedAt", json);
      case "joinedAtMs", "joined_at_ms" ->
          joinedAtMs = ProtoJson.int64("participant joinedAtMs", json);
      case "kind" -> kind = ProtoEnum.KIND.read("participant kind", json);
      case "disconnectReason", "disconnect_reason" ->
          disconnectReason = ProtoEnum.DISCONNECT_REASON.read("participant disconnectReason", json);
      case "permission" -> permission(json);
      default -> json.skipChildren();
    }
  }

  private static boolean isActive(JsonParser json) {
    return json.currentToken() == JsonToken.VALUE_STRING
        ? json.getString().equals("ACTIVE")
        : ProtoJson.int64("participant state", json) == ACTIVE;
  }

  private void permission(JsonParser json) {
    agent = false;
    hidden = false;
    recorder = false;
    ProtoJson.object("participant permission", json, this::permissionField);
  }

  private void permissionField(String field, JsonParser json) {
    switch (field) {
      case "agent" -> agent = ProtoJson.bool("participant permission agent", json);
      case "hidden" -> hidden = ProtoJson.bool("participant permission hidden", json);
      case "recorder" -> recorder = ProtoJson.bool("participant permission recorder", json);
      default -> json.skipChildren();
    }
  }

  String sid() {
    return sid;
  }

  String identity() {
    return identity;
  }

  DisconnectReason disconnectReason() {
    return disconnectReason;
  }

  /** {@return whether its media connection is up} */
  boolean isActive() {
    return active;
  }

  /**
   * {@return the participant}
   *
   * @throws IllegalArgumentException if a field is unfit
   * @throws UndecodableException if its join time is out of range
   */
  Participant toParticipant() {
    return new Participant(
        sid, identity, DisplayName.of(name), effectiveKind(), hidden, recorder, joinTime());
  }

  /**
   * Servers before there were kinds marked agents by a permission; STANDARD is what "none" means.
   */
  private ParticipantKind effectiveKind() {
    return agent && kind == ParticipantKind.STANDARD ? ParticipantKind.AGENT : kind;
  }

  private Optional<JoinTime> joinTime() {
    return ProtoInstant.ofMillis("participant joinedAtMs", joinedAtMs)
        .map(at -> new JoinTime(at, true))
        .or(
            () ->
                ProtoInstant.ofSeconds("participant joinedAt", joinedAt)
                    .map(at -> new JoinTime(at, false)));
  }
}
