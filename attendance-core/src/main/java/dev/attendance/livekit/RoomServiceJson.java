package dev.attendance.livekit;

import dev.attendance.event.Participant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Decodes the room service's responses: {@link ProtoJson} in snake_case, in which nothing is left
 * out. So a response without its list is somebody else's, and must not be taken for "nobody".
 */
final class RoomServiceJson {

  /** A room that the server does not know has nobody in it. */
  static final byte[] NO_PARTICIPANTS = "{\"participants\":[]}".getBytes(StandardCharsets.US_ASCII);

  private RoomServiceJson() {}

  /**
   * {@return the sids in a response to {@code ListRooms}}
   *
   * @throws UndecodableException if it cannot be decoded
   */
  static List<String> roomSids(byte[] response) {
    return list("rooms", response, RoomJson::read).stream().map(RoomJson::sid).toList();
  }

  /**
   * {@return those in a response to {@code ListParticipants} whose connection is up}
   *
   * @throws UndecodableException if it cannot be decoded
   * @throws IllegalArgumentException if a field of one of them is unfit
   */
  static List<Participant> activeParticipants(byte[] response) {
    return list("participants", response, ParticipantJson::read).stream()
        .filter(ParticipantJson::isActive)
        .map(ParticipantJson::toParticipant)
        .toList();
  }

  /** {@return whether an error response says that what was asked about does not exist} */
  static boolean isNotFound(byte[] response) {
    try {
      return ProtoJson.read(
              response,
              json -> ProtoJson.only("code", json, value -> ProtoJson.string("code", value)))
          .filter("not_found"::equals)
          .isPresent();
    } catch (UndecodableException e) {
      return false;
    }
  }

  private static <T> List<T> list(
      String field, byte[] response, Function<JsonParser, Optional<T>> element) {
    return ProtoJson.read(
            response, json -> ProtoJson.only(field, json, value -> elements(field, value, element)))
        .orElseThrow(() -> new UndecodableException(field, "must be present"));
  }

  private static <T> List<T> elements(
      String field, JsonParser json, Function<JsonParser, Optional<T>> element) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw new UndecodableException(field, "must be a list");
    }
    List<T> elements = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      element.apply(json).ifPresent(elements::add);
    }
    return elements;
  }
}
