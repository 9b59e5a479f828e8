package dev.attendance.cycle;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.ConnectionAborted;
import dev.attendance.event.EventHeader;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantJoined;
import dev.attendance.event.ParticipantLeft;
import dev.attendance.event.RoomInstance;
import dev.attendance.event.RosterObserved;
import dev.attendance.event.Track;
import dev.attendance.event.TrackPublished;
import dev.attendance.event.TrackUnpublished;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is being learned of one room instance from its events, in any order, one after the other:
 * for more events than fit into memory, and what is not needed afterwards. Mutable, not
 * thread-safe.
 */
public final class Gathering {

  private final String sid;
  private String name;
  private long createdAt;
  private long lastStartedAt;
  private long firstEventAt;
  private long lastPresenceAt;

  /**
   * A log hands out its events with one and the same object, from which nothing more is learned.
   */
  private @Nullable RoomInstance lastRoom;

  private final TreeSet<Instant> finishes = new TreeSet<>();
  private final TreeMap<Instant, Instant> polls = new TreeMap<>();
  private final Map<String, GatheredCycle> cyclesBySid;
  private final Function<String, GatheredCycle> newCycle = this::newCycle;

  /** In the order in which they were heard of, so that one event tells them in its own order. */
  private final List<GatheredCycle> cycles;

  /**
   * Of a room of which nothing is known yet.
   *
   * @param room which
   * @param events how many events are expected; most cycles have two of their own
   */
  public Gathering(RoomInstance room, int events) {
    sid = room.sid();
    name = room.name();
    cyclesBySid = new HashMap<>(Math.max(16, events / 3 * 2));
    cycles = new ArrayList<>(events / 2);
  }

  /**
   * Learns what an event tells.
   *
   * @param event of this room instance; it may come repeatedly
   * @throws IllegalArgumentException if it is of another one
   */
  public void add(AttendanceEvent event) {
    EventHeader header = event.header();
    long at = header.occurredAt().toEpochMilli();
    add(header.room());
    firstEventAt = CycleFacts.first(firstEventAt, at);
    switch (event.kind()) {
      case ROOM_STARTED -> lastStartedAt = Math.max(lastStartedAt, at);
      case ROOM_FINISHED -> finishes.add(header.occurredAt());
      case PARTICIPANT_JOINED -> {
        Participant who = ((ParticipantJoined) event).participant();
        cycle(who).joined(who, at);
        present(at);
      }
      case PARTICIPANT_LEFT -> {
        ParticipantLeft left = (ParticipantLeft) event;
        Participant who = left.participant();
        cycle(who).left(who, at, new ReportedEnd(at, left.reason()));
        present(at);
      }
      case CONNECTION_ABORTED -> {
        ConnectionAborted aborted = (ConnectionAborted) event;
        Participant who = aborted.participant();
        cycle(who).aborted(who, at, new ReportedEnd(at, aborted.reason()));
      }
      case TRACK_PUBLISHED -> {
        Track track = ((TrackPublished) event).track();
        cycle(track).published(track, at);
        present(at);
      }
      case TRACK_UNPUBLISHED -> {
        Track track = ((TrackUnpublished) event).track();
        cycle(track).unpublished(track, at);
        present(at);
      }
      case ROSTER_OBSERVED -> poll(header, at, ((RosterObserved) event).listed());
    }
  }

  @SuppressWarnings("ReferenceEquality") // An equal one that is not the same merely takes longer.
  private void add(RoomInstance room) {
    if (room == lastRoom) {
      return;
    }
    if (!sid.equals(room.sid())) {
      throw new IllegalArgumentException("cannot gather events of " + sid + " and " + room.sid());
    }
    lastRoom = room;
    if (name.compareTo(room.name()) < 0) {
      name = room.name();
    }
    if (room.createdAt().isPresent()) {
      createdAt = CycleFacts.first(createdAt, room.createdAt().get().toEpochMilli());
    }
  }

  private void poll(EventHeader header, long at, List<Participant> listed) {
    polls.merge(header.occurredAt(), header.receivedAt(), Boundary::min);
    for (Participant who : listed) {
      cycle(who).listed(who, at, header.receivedAt().toEpochMilli());
      present(at);
    }
  }

  private void present(long at) {
    lastPresenceAt = Math.max(lastPresenceAt, at);
  }

  private GatheredCycle cycle(Participant who) {
    return cycle(who.sid());
  }

  private GatheredCycle cycle(Track track) {
    return cycle(track.participantSid());
  }

  private GatheredCycle cycle(String participantSid) {
    return cyclesBySid.computeIfAbsent(participantSid, newCycle);
  }

  private GatheredCycle newCycle(String participantSid) {
    GatheredCycle cycle = new GatheredCycle(new CycleId(sid, participantSid));
    cycles.add(cycle);
    return cycle;
  }

  /** {@return what was learned so far} */
  public EventFacts facts() {
    List<CycleFacts> facts = new ArrayList<>(cycles.size());
    List<TrackFacts> tracks = new ArrayList<>();
    for (GatheredCycle cycle : cycles) {
      facts.add(cycle.facts());
      tracks.addAll(cycle.tracks());
    }
    return new EventFacts(
        new RoomFacts(sid, name, createdAt, lastStartedAt, firstEventAt, lastPresenceAt),
        finishes.isEmpty() && polls.isEmpty() ? RoomMarks.NONE : new RoomMarks(finishes, polls),
        facts,
        tracks);
  }
}
