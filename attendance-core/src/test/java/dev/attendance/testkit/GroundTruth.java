package dev.attendance.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the clients of one room recorded themselves, by their own clocks: the yardstick for what is
 * computed from the server's webhooks.
 */
public record GroundTruth(String room, List<Person> people) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  public GroundTruth {
    people = List.copyOf(people);
  }

  /** One identity with all its connections in the order in which they began. */
  public record Person(
      String identity,
      String name,
      boolean hidden,
      List<Stay> stays,
      List<Span> microphone,
      List<Span> attempts) {

    public Person {
      stays = List.copyOf(stays);
      microphone = List.copyOf(microphone);
      attempts = List.copyOf(attempts);
    }
  }

  /**
   * One connection.
   *
   * @param sid the participant sid that the server gave it
   * @param connectingAt when the client began to connect
   * @param connectedAt when the client was connected
   * @param leavingAt when the client began to go, or the last instant at which it was alive
   * @param disconnectedAt when the client knew that it was out; a lost one never knew, so it has
   *     the last instant at which it was alive
   */
  public record Stay(
      String sid,
      Instant connectingAt,
      Instant connectedAt,
      Instant leavingAt,
      Instant disconnectedAt,
      Ending ending) {}

  /** From one instant to another: a published microphone, or an attempt that never got in. */
  public record Span(Instant from, Instant to) {}

  /** How a connection ended, as the client saw it. */
  public enum Ending {
    /** It said goodbye. */
    LEFT,
    /** Another connection with the same identity took its place. */
    EVICTED,
    /** It gave the connection up for a new one with a new sid. */
    RECONNECTED,
    /** Its process was killed without a goodbye. */
    KILLED,
    /** It fell silent until the server gave it up, and came back with a new sid. */
    LOST,
    /** The server ended it for another reason. */
    CLOSED_BY_SERVER
  }

  /** Whoever has this identity. */
  public Person person(String identity) {
    return people.stream()
        .filter(p -> p.identity().equals(identity))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody is " + identity));
  }

  public static GroundTruth read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  public static GroundTruth read(InputStream in) {
    return JSON.readValue(in, GroundTruth.class);
  }

  public void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(this) + "\n");
  }
}
