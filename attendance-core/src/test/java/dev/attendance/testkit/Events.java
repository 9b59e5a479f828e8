package dev.attendance.testkit;

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
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes events of one room instance, each with a new id. Times are seconds after {@link #START};
 * every event is received 200 ms after it occurred. Not thread-safe.
 *
 * <p>A participant's connection is {@code PA_} and the identity unless {@link #connection} says
 * otherwise; its later events carry the join time of its joined event, as LiveKit's do.
 */
public final class Events {

  /** Second zero. */
  public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  /** The source of all events. */
  public static final String SOURCE = "livekit";

  private final RoomInstance room;
  private final Map<String, String> connections = new HashMap<>();
  private final Map<String, JoinTime> joins = new HashMap<>();
  private int made;

  private Events(RoomInstance room) {
    this.room = room;
  }

  /**
   * {@return a maker of events of a room instance that began at second zero}
   *
   * @param roomSid its sid; its name is {@code class} of that
   */
  public static Events in(String roomSid) {
    return in(new RoomInstance(roomSid, "class " + roomSid, Optional.of(START)));
  }

  /**
   * {@return a maker of events of a room instance}
   *
   * @param room the room instance
   */
  public static Events in(RoomInstance room) {
    return new Events(room);
  }

  /**
   * {@return the instant so many seconds after {@link #START}}
   *
   * @param second may be negative
   */
  public static Instant at(long second) {
    return START.plusSeconds(second);
  }

  /** {@return the room instance} */
  public RoomInstance room() {
    return room;
  }

  /**
   * From now on events of an identity are of another connection.
   *
   * @param identity who
   * @param participantSid the connection
   * @return this
   */
  public Events connection(String identity, String participantSid) {
    connections.put(identity, participantSid);
    return this;
  }

  /**
   * {@return {@code room_started}}
   *
   * @param second when
   */
  public RoomStarted started(long second) {
    return new RoomStarted(header(second));
  }

  /**
   * {@return {@code room_finished}}
   *
   * @param second when
   */
  public RoomFinished finished(long second) {
    return new RoomFinished(header(second));
  }

  /**
   * {@return {@code participant_joined}, exact to the millisecond}
   *
   * @param identity who
   * @param second when
   */
  public ParticipantJoined joined(String identity, long second) {
    joins.put(sid(identity), new JoinTime(at(second), true));
    return new ParticipantJoined(header(second), participant(identity));
  }

  /**
   * {@return {@code participant_left}, said by the client}
   *
   * @param identity who
   * @param second when
   */
  public ParticipantLeft left(String identity, long second) {
    return left(identity, second, DisconnectReason.CLIENT_INITIATED);
  }

  /**
   * {@return {@code participant_left}}
   *
   * @param identity who
   * @param second when
   * @param reason why
   */
  public ParticipantLeft left(String identity, long second, DisconnectReason reason) {
    return new ParticipantLeft(header(second), participant(identity), reason);
  }

  /**
   * {@return {@code participant_connection_aborted}}
   *
   * @param identity who
   * @param second when
   */
  public ConnectionAborted aborted(String identity, long second) {
    return new ConnectionAborted(
        header(second), participant(identity), DisconnectReason.JOIN_FAILURE);
  }

  /**
   * {@return {@code track_published} of a camera}
   *
   * @param identity who
   * @param second when
   */
  public TrackPublished published(String identity, long second) {
    return new TrackPublished(header(second), camera(identity));
  }

  /**
   * {@return {@code track_unpublished} of a camera}
   *
   * @param identity who
   * @param second when
   */
  public TrackUnpublished unpublished(String identity, long second) {
    return new TrackUnpublished(header(second), camera(identity));
  }

  /**
   * {@return a poll that was answered within 200 ms}
   *
   * @param second when it was asked
   * @param identities who was listed
   */
  public RosterObserved polled(long second, String... identities) {
    return new RosterObserved(
        header(second), Arrays.stream(identities).map(this::participant).toList());
  }

  /**
   * {@return a participant as its events describe it}
   *
   * @param identity who
   */
  public Participant participant(String identity) {
    String sid = sid(identity);
    return new Participant(
        sid,
        identity,
        "Name of " + identity,
        ParticipantKind.STANDARD,
        false,
        false,
        Optional.ofNullable(joins.get(sid)));
  }

  /**
   * {@return the next header}
   *
   * @param second when it occurred
   */
  public EventHeader header(long second) {
    made++;
    return new EventHeader(
        new EventId(SOURCE, "EV_" + made), room, at(second), at(second).plusMillis(200));
  }

  /**
   * {@return the id of an event, for short}
   *
   * @param event the event
   */
  public static EventId id(AttendanceEvent event) {
    return event.header().id();
  }

  private Track camera(String identity) {
    return new Track("TR_" + sid(identity), sid(identity), identity, TrackSource.CAMERA);
  }

  private String sid(String identity) {
    return connections.getOrDefault(identity, "PA_" + identity);
  }
}
