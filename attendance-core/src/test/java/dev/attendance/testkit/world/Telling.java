package dev.attendance.testkit.world;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.EventHeader;
import dev.attendance.event.EventId;
import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RoomFinished;
import dev.attendance.event.RoomInstance;
import dev.attendance.event.RoomStarted;
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackSource;
import dev.attendance.event.TrackUnpublished;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the server tells, in the words of its version: each event once, before its delivery. */
final class Telling {

  /** How old a server is, and so how exact it is. */
  enum Version {
    /** Join times in milliseconds, reasons, aborted connections. */
    MODERN,
    /** Join times in seconds; no reasons, no aborted connections. */
    SECONDS,
    /** As before, and no join times. */
    NO_JOIN_TIMES
  }

  /** One event, told at a true time by a node. */
  record Told(Node node, String roomName, long at, Function<Instant, AttendanceEvent> event) {}

  private final Timeline time;
  private final Version version;
  private final Instant start;
  private final List<Told> told = new ArrayList<>();

  Telling(Timeline time, Version version, Instant start) {
    this.time = time;
    this.version = version;
    this.start = start;
  }

  List<Told> told() {
    return told;
  }

  /** By the node's clock. */
  Instant at(Node node, long trueTime) {
    return start.plusMillis(trueTime + node.clockAhead);
  }

  void roomStarted(HostedRoom room) {
    tell(room, true, RoomStarted::new);
  }

  void roomFinished(HostedRoom room) {
    tell(room, true, RoomFinished::new);
  }

  void joined(Session session) {
    Participant who = participant(session);
    tell(session.room, true, header -> new ParticipantJoined(header, who));
  }

  void ended(Session session, DisconnectReason reason) {
    Participant who = participant(session);
    DisconnectReason told = version == Version.MODERN ? reason : DisconnectReason.UNKNOWN_REASON;
    if (!session.toldAsAborted) {
      tell(session.room, true, header -> new ParticipantLeft(header, who, told));
    } else if (version == Version.MODERN) {
      tell(session.room, true, header -> new ConnectionAborted(header, who, told));
    }
  }

  void published(Session session, String track) {
    tell(session.room, false, header -> new TrackPublished(header, track(session, track)));
  }

  void unpublished(Session session, String track) {
    tell(session.room, false, header -> new TrackUnpublished(header, track(session, track)));
  }

  private static Track track(Session session, String sid) {
    return new Track(sid, session.sid, session.guest.identity(), TrackSource.MICROPHONE);
  }

  /** Track events do not say when the room began. A node that is gone tells nothing. */
  private void tell(HostedRoom room, boolean full, Function<EventHeader, AttendanceEvent> event) {
    long now = time.now();
    if (!room.node.isUp(now)) {
      return;
    }
    EventId id = new EventId("livekit", "EV_" + told.size());
    RoomInstance instance = instance(room.instance, full);
    Instant occurred = Instant.ofEpochSecond(at(room.node, now).getEpochSecond());
    told.add(
        new Told(
            room.node,
            room.instance.name,
            now,
            received -> event.apply(new EventHeader(id, instance, occurred, received))));
  }

  RoomInstance instance(HostedRoom.Instance instance, boolean full) {
    return new RoomInstance(
        instance.sid,
        instance.name,
        full ? Optional.of(cut(start.plusMillis(instance.createdAt))) : Optional.empty());
  }

  private Instant cut(Instant at) {
    return version == Version.MODERN ? at : Instant.ofEpochSecond(at.getEpochSecond());
  }

  Participant participant(Session session) {
    Instant began = at(session.room.node, session.began);
    return new Participant(
        session.sid,
        session.guest.identity(),
        "Guest",
        session.guest.kind(),
        session.guest.hidden(),
        session.guest.recorder(),
        version == Version.NO_JOIN_TIMES
            ? Optional.empty()
            : Optional.of(new JoinTime(cut(began), version == Version.MODERN)));
  }
}
