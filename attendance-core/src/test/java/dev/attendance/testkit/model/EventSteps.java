package dev.attendance.testkit.model;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RoomFinished;
import dev.attendance.event.RoomStarted;
import dev.attendance.event.RosterObserved;
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackSource;
import dev.attendance.event.TrackUnpublished;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Events, in batches that repeat some of them, in any order. */
final class EventSteps {

  private static final List<DisconnectReason> REASONS =
      List.of(
          DisconnectReason.CLIENT_INITIATED,
          DisconnectReason.UNKNOWN_REASON,
          DisconnectReason.CONNECTION_TIMEOUT);

  /** Few ids, so that batches have some of them in common. */
  private static final int IDS = 60;

  private EventSteps() {}

  /** Records a batch. */
  static Arbitrary<Step> recorded() {
    return events()
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(batch -> new Step("record " + batch, app -> app.attendance().record(batch)));
  }

  /** What an event is made of; its kind decides which parts are used. */
  private record Draft(
      int kind, int room, int id, Instant at, Participant participant, int reason) {}

  static Arbitrary<AttendanceEvent> events() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 13),
            Arbitraries.integers().between(0, Words.ROOMS.size() - 1),
            Arbitraries.integers().between(0, IDS - 1),
            Words.instants(),
            participants(),
            Arbitraries.integers().between(0, REASONS.size() - 1))
        .as(Draft::new)
        .map(EventSteps::event);
  }

  static Arbitrary<Participant> participants() {
    return Combinators.combine(
            Arbitraries.of(Words.IDENTITIES),
            Arbitraries.integers().between(0, 2),
            Arbitraries.of("", "Ann", "\u00c5nn \ud83c\udf93"),
            Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.just(ParticipantKind.STANDARD)),
                Tuple.of(1, Arbitraries.of(ParticipantKind.class))),
            Words.instants().optional(),
            Arbitraries.of(true, false))
        .as(
            (identity, connection, name, kind, joinedAt, exact) ->
                new Participant(
                    // The third connection is anybody's: its identity changes.
                    connection == 2 ? "PA" : identity + connection,
                    identity,
                    name,
                    kind,
                    false,
                    false,
                    joinedAt.map(at -> new JoinTime(at, exact))));
  }

  private static AttendanceEvent event(Draft draft) {
    Participant participant = draft.participant();
    EventHeader header =
        new EventHeader(
            new EventId(draft.id() % 2 == 0 ? "livekit" : "Livekit", "EV_" + draft.id() / 2),
            Words.ROOMS.get(draft.room()),
            draft.at(),
            draft.at().plus(Duration.ofMillis(200L + 7_000L * (draft.id() % 3))));
    Track track =
        new Track(
            "TR_" + draft.id() % 4,
            participant.sid(),
            participant.identity(),
            draft.id() % 5 == 0 ? TrackSource.SCREEN_SHARE : TrackSource.CAMERA);
    return switch (draft.kind()) {
      case 0 -> new RoomStarted(header);
      case 1 -> new RoomFinished(header);
      case 2 -> new ConnectionAborted(header, participant, REASONS.get(draft.reason()));
      case 3 -> new TrackPublished(header, track);
      case 4 -> new TrackUnpublished(header, track);
      case 5 -> new RosterObserved(header, List.of());
      case 6 -> new RosterObserved(header, List.of(participant));
      case 7, 8, 9, 10 -> new ParticipantJoined(header, participant);
      default -> new ParticipantLeft(header, participant, REASONS.get(draft.reason()));
    };
  }

  /** Asks the meeting server, which may list somebody, nobody, or not answer. */
  static Arbitrary<Step> observed() {
    return participants()
        .list()
        .ofMaxSize(2)
        .optional(0.8)
        .map(
            listed ->
                new Step(
                    "observe " + listed,
                    app -> {
                      app.list(listed);
                      return app.attendance().observeLiveRooms().orElseThrow().runOnce();
                    }));
  }

  /** Looks after open cycles, without an answer from the meeting server. */
  static Arbitrary<Step> reconciled() {
    return Arbitraries.just(
        new Step(
            "reconcile",
            app -> {
              app.list(Optional.empty());
              return app.attendance().reconcileOrphans().runOnce();
            }));
  }
}
