package dev.attendance.livekit;

import dev.attendance.event.DisconnectReason;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.TrackSource;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One of LiveKit's enums: a name, a number where the server does not know the name, or left out for
 * the value zero. The names are those of our own enums; what neither knows is {@code UNRECOGNIZED}.
 */
final class ProtoEnum<E extends Enum<E>> {

  static final ProtoEnum<ParticipantKind> KIND =
      new ProtoEnum<>(
          ParticipantKind.UNRECOGNIZED,
          Map.of(
              0L, ParticipantKind.STANDARD,
              1L, ParticipantKind.INGRESS,
              2L, ParticipantKind.EGRESS,
              3L, ParticipantKind.SIP,
              4L, ParticipantKind.AGENT,
              7L, ParticipantKind.CONNECTOR,
              8L, ParticipantKind.BRIDGE));

  static final ProtoEnum<TrackSource> TRACK_SOURCE =
      new ProtoEnum<>(
          TrackSource.UNRECOGNIZED,
          Map.of(
              0L, TrackSource.UNKNOWN,
              1L, TrackSource.CAMERA,
              2L, TrackSource.MICROPHONE,
              3L, TrackSource.SCREEN_SHARE,
              4L, TrackSource.SCREEN_SHARE_AUDIO));

  static final ProtoEnum<DisconnectReason> DISCONNECT_REASON =
      new ProtoEnum<>(
          DisconnectReason.UNRECOGNIZED,
          Map.ofEntries(
              Map.entry(0L, DisconnectReason.UNKNOWN_REASON),
              Map.entry(1L, DisconnectReason.CLIENT_INITIATED),
              Map.entry(2L, DisconnectReason.DUPLICATE_IDENTITY),
              Map.entry(3L, DisconnectReason.SERVER_SHUTDOWN),
              Map.entry(4L, DisconnectReason.PARTICIPANT_REMOVED),
              Map.entry(5L, DisconnectReason.ROOM_DELETED),
              Map.entry(6L, DisconnectReason.STATE_MISMATCH),
              Map.entry(7L, DisconnectReason.JOIN_FAILURE),
              Map.entry(8L, DisconnectReason.MIGRATION),
              Map.entry(9L, DisconnectReason.SIGNAL_CLOSE),
              Map.entry(10L, DisconnectReason.ROOM_CLOSED),
              Map.entry(11L, DisconnectReason.USER_UNAVAILABLE),
              Map.entry(12L, DisconnectReason.USER_REJECTED),
              Map.entry(13L, DisconnectReason.SIP_TRUNK_FAILURE),
              Map.entry(14L, DisconnectReason.CONNECTION_TIMEOUT),
              Map.entry(15L, DisconnectReason.MEDIA_FAILURE),
              Map.entry(16L, DisconnectReason.AGENT_ERROR)));

  private final E unrecognized;
  private final Map<Long, E> byNumber;
  private final Map<String, E> byName = new HashMap<>();

  private ProtoEnum(E unrecognized, Map<Long, E> byNumber) {
    this.unrecognized = unrecognized;
    this.byNumber = byNumber;
    byNumber.values().forEach(value -> byName.put(value.name(), value));
  }

  /**
   * {@return the value at which the parser stands; the one with the number zero for {@code null}}
   */
  E read(String field, JsonParser json) {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return byName.getOrDefault(json.getString(), unrecognized);
    }
    return byNumber.getOrDefault(ProtoJson.int64(field, json), unrecognized);
  }
}
