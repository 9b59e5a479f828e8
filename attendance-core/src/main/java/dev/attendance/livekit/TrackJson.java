package dev.attendance.livekit;

import dev.attendance.event.Track;
import dev.attendance.event.TrackSource;
import java.util.Optional;
import tools.jackson.core.JsonParser;

/** What is read of LiveKit's {@code TrackInfo}. */
final class TrackJson {

  private String sid = "";
  private TrackSource source = TrackSource.UNKNOWN;

  private TrackJson() {}

  /** {@return the track at which the parser stands, or nothing if it is {@code null}} */
  static Optional<TrackJson> read(JsonParser json) {
    TrackJson track = new TrackJson();
    return ProtoJson.object("track", json, track::field) ? Optional.of(track) : Optional.empty();
  }

  private void field(String field, JsonParser json) {
    switch (field) {
      case "sid" -> sid = ProtoJson.string("track sid", json);
      case "source" -> source = ProtoEnum.TRACK_SOURCE.read("track source", json);
      default -> json.skipChildren();
    }
  }

  /**
   * {@return the track of that participant}
   *
   * @throws IllegalArgumentException if a field is unfit
   */
  Track toTrack(ParticipantJson publisher) {
    return new Track(sid, publisher.sid(), publisher.identity(), source);
  }
}
