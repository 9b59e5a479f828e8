package dev.attendance.spring;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Bodies as LiveKit sends them, in the whole seconds and strings that it uses. */
final class Webhooks {

  private Webhooks() {}

  static byte[] roomStarted(String eventId, String roomSid, String roomName, Instant at) {
    return room("room_started", eventId, roomSid, roomName, at);
  }

  static byte[] roomFinished(String eventId, String roomSid, String roomName, Instant at) {
    return room("room_finished", eventId, roomSid, roomName, at);
  }

  static byte[] joined(
      String eventId, String roomSid, String roomName, String identity, String name, Instant at) {
    return participant("participant_joined", eventId, roomSid, roomName, identity, name, at, at);
  }

  static byte[] left(
      String eventId,
      String roomSid,
      String roomName,
      String identity,
      String name,
      Instant joined,
      Instant at) {
    return participant("participant_left", eventId, roomSid, roomName, identity, name, joined, at);
  }

  static byte[] unknown(String eventId) {
    return bytes("{\"event\":\"something_new\",\"id\":\"" + eventId + "\",\"createdAt\":\"1\"}");
  }

  private static byte[] room(
      String event, String eventId, String roomSid, String roomName, Instant at) {
    return bytes(
        """
        {"event":"%s","room":{"sid":"%s","name":"%s","creationTime":"%d"},"id":"%s","createdAt":"%d"}"""
            .formatted(
                event, roomSid, roomName, at.getEpochSecond(), eventId, at.getEpochSecond()));
  }

  private static byte[] participant(
      String event,
      String eventId,
      String roomSid,
      String roomName,
      String identity,
      String name,
      Instant joined,
      Instant at) {
    return bytes(
        """
        {"event":"%s","room":{"sid":"%s","name":"%s"},"participant":{"sid":"PA_%s","identity":"%s",\
        "name":"%s","joinedAt":"%d","joinedAtMs":"%d","disconnectReason":"%s"},\
        "id":"%s","createdAt":"%d"}"""
            .formatted(
                event,
                roomSid,
                roomName,
                identity,
                identity,
                name,
                joined.getEpochSecond(),
                joined.toEpochMilli(),
                event.equals("participant_left") ? "CLIENT_INITIATED" : "UNKNOWN_REASON",
                eventId,
                at.getEpochSecond()));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
