package dev.attendance.rules;

import dev.attendance.cycle.Boundary;
import dev.attendance.cycle.Cycle;
import dev.attendance.cycle.Evidence;
import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.cycle.RoomCycles;
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
import dev.attendance.event.RoomInstance;
import dev.attendance.event.RoomStarted;
import dev.attendance.event.RosterObserved;
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackSource;
import dev.attendance.event.TrackUnpublished;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Collects the events of a room instance, for the rules as examples. Times are seconds after {@link
 * Traces#START}. A participant is called {@code identity} or {@code identity/connection}.
 */
final class Room {

  /** Ids are new in each room, so that its events are never taken for another's. */
  private static final AtomicInteger IDS = new AtomicInteger();

  private final RoomInstance instance;
  private final List<AttendanceEvent> events = new ArrayList<>();

  Room() {
    this("RM_0", "math");
  }

  Room(String sid, String name) {
    instance = new RoomInstance(sid, name, Optional.of(Traces.START));
  }

  /** One of which the events tell when it began, or do not. */
  Room(Optional<Instant> createdAt) {
    instance = new RoomInstance("RM_0", "math", createdAt);
  }

  static Instant at(double second) {
    return Traces.START.plusMillis(Math.round(second * 1000));
  }

  static Boundary exactly(double second, Evidence evidence) {
    return boundary(second, second, second, evidence);
  }

  static Boundary boundary(double earliest, double best, double latest, Evidence evidence) {
    return new Boundary(at(earliest), at(best), at(latest), evidence);
  }

  static JoinTime exactJoin(double second) {
    return new JoinTime(at(second), true);
  }

  static JoinTime joinInSeconds(int second) {
    return new JoinTime(at(second), false);
  }

  List<AttendanceEvent> events() {
    return List.copyOf(events);
  }

  AttendanceEvent last() {
    return events.get(events.size() - 1);
  }

  Room started(int second) {
    return add(new RoomStarted(header(second)));
  }

  Room finished(int second) {
    return add(new RoomFinished(header(second)));
  }

  /** With a join time that is exact, at the same second. */
  Room joined(String who, int second) {
    return joined(who, second, exactJoin(second));
  }

  Room joined(String who, int second, JoinTime... join) {
    return joined(participant(who, join), second);
  }

  Room joined(Participant participant, int second) {
    return add(new ParticipantJoined(header(second), participant));
  }

  Room left(String who, int second, JoinTime... join) {
    return left(who, second, DisconnectReason.CLIENT_INITIATED, join);
  }

  Room left(String who, int second, DisconnectReason reason, JoinTime... join) {
    return add(new ParticipantLeft(header(second), participant(who, join), reason));
  }

  Room aborted(String who, int second, JoinTime... join) {
    return add(
        new ConnectionAborted(
            header(second), participant(who, join), DisconnectReason.JOIN_FAILURE));
  }

  Room published(String who, int second) {
    return add(new TrackPublished(header(second), track(who)));
  }

  Room unpublished(String who, int second) {
    return add(new TrackUnpublished(header(second), track(who)));
  }

  /** Answered half a second after it was asked. */
  Room polled(int second, String... listed) {
    EventHeader header =
        new EventHeader(
            new EventId("poll", "EV_" + IDS.incrementAndGet()),
            instance,
            at(second),
            at(second + 0.5));
    return add(
        new RosterObserved(header, Arrays.stream(listed).map(who -> participant(who)).toList()));
  }

  Room add(AttendanceEvent event) {
    events.add(event);
    return this;
  }

  RoomCycles match() {
    return AtOnce.fold(events).match();
  }

  RoomCycles match(OpenCycleRules rules, double now) {
    return AtOnce.fold(events).match(rules, at(now));
  }

  Cycle cycle(String who) {
    return cycle(who, match());
  }

  static Cycle cycle(String who, RoomCycles cycles) {
    return cycles.cycles().stream()
        .filter(cycle -> cycle.id().participantSid().equals(participant(who).sid()))
        .findFirst()
        .orElseThrow();
  }

  static Participant participant(String who, JoinTime... join) {
    return new Participant(
        "PA_" + who,
        who.replaceAll("/.*", ""),
        "Guest",
        ParticipantKind.STANDARD,
        false,
        false,
        Arrays.stream(join).findFirst());
  }

  private static Track track(String who) {
    Participant participant = participant(who);
    return new Track("TR_" + who, participant.sid(), participant.identity(), TrackSource.CAMERA);
  }

  private EventHeader header(int second) {
    return new EventHeader(
        new EventId("livekit", "EV_" + IDS.incrementAndGet()), instance, at(second), at(second));
  }
}
