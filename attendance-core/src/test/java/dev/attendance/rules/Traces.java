package dev.attendance.rules;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.EventKind;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RoomFinished;
import dev.attendance.event.RoomInstance;
import dev.attendance.event.RoomStarted;
import dev.attendance.event.RosterObserved;
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackSource;
import dev.attendance.event.TrackUnpublished;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random traces of a small world: few connections, few identities, times close enough to meet every
 * tolerance. An event is drawn without regard to the others, so everything LiveKit does comes up,
 * and what it does not do as well. Shrinks to few and early events.
 */
final class Traces {

  static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  static final int CONNECTIONS = 5;
  private static final List<Integer> JOINS = List.of(0, 17, 17, 34, 40);
  private static final List<TrackSource> SOURCES = List.of(TrackSource.values());

  private Traces() {}

  /** What an event is made of; its kind decides which parts are used. */
  private record Draft(
      EventKind kind, int who, int room, int second, int millis, int join, int describe, int pick) {

    AttendanceEvent event(int number) {
      return switch (kind) {
        case ROOM_STARTED -> new RoomStarted(header(number));
        case ROOM_FINISHED -> new RoomFinished(header(number));
        case PARTICIPANT_JOINED -> new ParticipantJoined(header(number), participant(who));
        case PARTICIPANT_LEFT -> new ParticipantLeft(header(number), participant(who), reason());
        case CONNECTION_ABORTED ->
            new ConnectionAborted(header(number), participant(who), reason());
        case TRACK_PUBLISHED -> new TrackPublished(header(number), track());
        case TRACK_UNPUBLISHED -> new TrackUnpublished(header(number), track());
        case ROSTER_OBSERVED -> poll(number);
      };
    }

    private AttendanceEvent poll(int number) {
      Instant asked = START.plusSeconds(second).plusMillis(millis);
      List<Participant> listed =
          IntStream.range(0, CONNECTIONS)
              .filter(sid -> (pick >> sid & 1) != 0)
              .mapToObj(this::participant)
              .toList();
      return new RosterObserved(
          new EventHeader(
              new EventId("poll", "EV_" + number),
              instance(),
              asked,
              asked.plusMillis(join * 607L)),
          listed);
    }

    /** LiveKit's own times are cut to whole seconds. */
    private EventHeader header(int number) {
      Instant at = START.plusSeconds(second);
      return new EventHeader(
          new EventId("livekit", "EV_" + number), instance(), at, at.plusMillis(millis));
    }

    /** Track events of LiveKit do not say when the room began. */
    private RoomInstance instance() {
      return new RoomInstance(
          "RM_" + room,
          "math",
          describe % 2 == 0 ? Optional.of(START.minusSeconds(5)) : Optional.empty());
    }

    /** Three connections of one identity, two of another. */
    private Participant participant(int sid) {
      return new Participant(
          "PA_" + sid,
          "user-" + (describe == 9 ? 1 : sid / 3),
          describe == 4 ? "Zoë" : "Guest",
          describe == 5 ? ParticipantKind.AGENT : ParticipantKind.STANDARD,
          describe == 6,
          describe == 7,
          joinTime(sid));
    }

    private Optional<JoinTime> joinTime(int sid) {
      Instant usual = START.plusSeconds(JOINS.get(sid)).plusMillis(456);
      return switch (join % 8) {
        case 0, 1, 2 -> Optional.of(new JoinTime(usual, true));
        case 3, 4 -> Optional.of(new JoinTime(usual.minusMillis(456), false));
        case 5 ->
            Optional.of(new JoinTime(START.plusSeconds(second).minusMillis(join * 99L), true));
        default -> Optional.empty();
      };
    }

    private Track track() {
      TrackSource source = SOURCES.get(describe % SOURCES.size());
      return new Track(
          "TR_" + who + "_" + pick % 3, "PA_" + who, participant(who).identity(), source);
    }

    private DisconnectReason reason() {
      return List.of(
              DisconnectReason.CLIENT_INITIATED,
              DisconnectReason.UNKNOWN_REASON,
              DisconnectReason.CONNECTION_TIMEOUT,
              DisconnectReason.DUPLICATE_IDENTITY,
              DisconnectReason.CLIENT_INITIATED,
              DisconnectReason.ROOM_CLOSED,
              DisconnectReason.MIGRATION,
              DisconnectReason.UNRECOGNIZED)
          .get(pick % 8);
    }
  }

  /** Any events of room instance {@code RM_0}; a connection keeps its identity, as LiveKit's do. */
  static Arbitrary<List<AttendanceEvent>> ofOneRoom() {
    return trace(1, 8, 14);
  }

  /** The same, but now and then a connection changes its identity. */
  static Arbitrary<List<AttendanceEvent>> ofOneOddRoom() {
    return trace(1, 9, 14);
  }

  /** Any events of three instances of one room; now and then a connection changes its identity. */
  static Arbitrary<List<AttendanceEvent>> ofSeveralRooms() {
    return trace(3, 9, 30);
  }

  private static Arbitrary<List<AttendanceEvent>> trace(int rooms, int descriptions, int events) {
    Arbitrary<EventKind> kind =
        Arbitraries.frequency(
            Tuple.of(1, EventKind.ROOM_STARTED),
            Tuple.of(2, EventKind.ROOM_FINISHED),
            Tuple.of(5, EventKind.PARTICIPANT_JOINED),
            Tuple.of(2, EventKind.PARTICIPANT_LEFT),
            Tuple.of(1, EventKind.CONNECTION_ABORTED),
            Tuple.of(2, EventKind.TRACK_PUBLISHED),
            Tuple.of(2, EventKind.TRACK_UNPUBLISHED),
            Tuple.of(4, EventKind.ROSTER_OBSERVED));
    Arbitrary<Integer> second =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 40), Arbitraries.integers().between(0, 200));
    return Combinators.combine(
            kind,
            Arbitraries.integers().between(0, CONNECTIONS - 1),
            Arbitraries.integers().between(0, rooms - 1),
            second,
            Arbitraries.of(0, 0, 250, 999),
            Arbitraries.integers().between(0, 15),
            Arbitraries.integers().between(0, descriptions),
            Arbitraries.integers().between(0, (1 << CONNECTIONS) - 1))
        .as(Draft::new)
        .list()
        .ofMaxSize(events)
        .map(Traces::numbered);
  }

  private static List<AttendanceEvent> numbered(List<Draft> drafts) {
    List<AttendanceEvent> events = new ArrayList<>();
    for (Draft draft : drafts) {
      events.add(draft.event(events.size()));
    }
    return List.copyOf(events);
  }
}
