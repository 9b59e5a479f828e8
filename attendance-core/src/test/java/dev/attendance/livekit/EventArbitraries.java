package dev.attendance.livekit;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.FieldRules;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RoomFinished;
import dev.attendance.event.RoomInstance;
import dev.attendance.event.RoomStarted;
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackSource;
import dev.attendance.event.TrackUnpublished;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every event a webhook can tell of. */
final class EventArbitraries {

  private static final long LATEST_MILLI = FieldRules.LATEST.toEpochMilli() - 1;
  private static final long LATEST_SECOND = LATEST_MILLI / 1000;

  private EventArbitraries() {}

  static Arbitrary<AttendanceEvent> events(Instant receivedAt) {
    Arbitrary<EventHeader> headers =
        Combinators.combine(ids(), rooms(), Arbitraries.longs().between(1, LATEST_SECOND))
            .as(
                (id, room, second) ->
                    new EventHeader(
                        new EventId("livekit", id),
                        room,
                        Instant.ofEpochSecond(second),
                        receivedAt));
    return Combinators.combine(
            headers,
            participants(),
            tracks(),
            Arbitraries.of(DisconnectReason.class),
            Arbitraries.integers().between(0, 6))
        .as(EventArbitraries::event);
  }

  private static AttendanceEvent event(
      EventHeader header, Participant participant, Track track, DisconnectReason reason, int kind) {
    return switch (kind) {
      case 0 -> new RoomStarted(header);
      case 1 -> new RoomFinished(header);
      case 2 -> new ParticipantJoined(header, participant);
      case 3 -> new ParticipantLeft(header, participant, reason);
      case 4 -> new ConnectionAborted(header, participant, reason);
      case 5 -> new TrackPublished(header, track);
      default -> new TrackUnpublished(header, track);
    };
  }

  private static Arbitrary<RoomInstance> rooms() {
    return Combinators.combine(ids(), texts(), instants().optional())
        .as((sid, name, createdAt) -> new RoomInstance(sid, name, createdAt.map(JoinTime::at)));
  }

  private static Arbitrary<Participant> participants() {
    return Combinators.combine(
            ids(),
            ids(),
            texts(),
            Arbitraries.of(ParticipantKind.class),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            instants().optional())
        .as(Participant::new);
  }

  private static Arbitrary<Track> tracks() {
    return Combinators.combine(ids(), ids(), ids(), Arbitraries.of(TrackSource.class))
        .as(Track::new);
  }

  /** To the millisecond, or cut to the second as old servers tell it. */
  private static Arbitrary<JoinTime> instants() {
    return Arbitraries.oneOf(
        Arbitraries.longs()
            .between(1, LATEST_MILLI)
            .map(milli -> new JoinTime(Instant.ofEpochMilli(milli), true)),
        Arbitraries.longs()
            .between(1, LATEST_SECOND)
            .map(second -> new JoinTime(Instant.ofEpochSecond(second), false)));
  }

  private static Arbitrary<String> ids() {
    return texts().filter(text -> !text.isBlank());
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.of(
            "a", "Z", "0", "_", "#", " ", "\"", "\\", "/", "\u0001", "\n", "\t", "\u007f", "é", "ß",
            "字", "😀", "\u2028", "\uFFFD", "'", "<", "{", "}", "null")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }
}
