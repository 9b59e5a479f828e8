package dev.attendance.livekit;

import dev.attendance.event.RoomInstance;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonParser;

/** What is read of LiveKit's {@code Room}. Everything else is skipped, its TURN password too. */
final class RoomJson {

  private String sid = "";
  private String name = "";
  private long creationTime;
  private long creationTimeMs;

  private RoomJson() {}

  /** {@return the room at which the parser stands, or nothing if it is {@code null}} */
  static Optional<RoomJson> read(JsonParser json) {
    RoomJson room = new RoomJson();
    return ProtoJson.object("room", json, room::field) ? Optional.of(room) : Optional.empty();
  }

  private void field(String field, JsonParser json) {
    switch (field) {
      case "sid" -> sid = ProtoJson.string("room sid", json);
      case "name" -> name = ProtoJson.string("room name", json);
      case "creationTime", "creation_time" ->
          creationTime = ProtoJson.int64("room creationTime", json);
      case "creationTimeMs", "creation_time_ms" ->
          creationTimeMs = ProtoJson.int64("room creationTimeMs", json);
      default -> json.skipChildren();
    }
  }

  String sid() {
    return sid;
  }

  /**
   * {@return the room instance}
   *
   * @throws IllegalArgumentException if a field is unfit
   * @throws UndecodableException if its creation time is out of range
   */
  RoomInstance toInstance() {
    Optional<Instant> exact = ProtoInstant.ofMillis("room creationTimeMs", creationTimeMs);
    return new RoomInstance(
        sid, name, exact.or(() -> ProtoInstant.ofSeconds("room creationTime", creationTime)));
  }
}
