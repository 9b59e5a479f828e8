package dev.attendance.rules;

import dev.attendance.cycle.CycleFacts;
import dev.attendance.cycle.CycleId;
import dev.attendance.cycle.CycleMatcher;
import dev.attendance.cycle.CycleStanding;
import dev.attendance.cycle.EventFacts;
import dev.attendance.cycle.OpenCycleRules;
import dev.attendance.cycle.RoomCycles;
import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.SourceTiming;
import dev.attendance.cycle.TrackFacts;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.session.RoomHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Everything known of one room instance, folded at once from all its events. */
record AtOnce(
    RoomFacts room,
    RoomMarks marks,
    Map<String, CycleFacts> cycles,
    NavigableMap<TrackFacts, TrackFacts> tracks) {

  /** As the oracles have it, whatever the library takes LiveKit's to be. */
  static final SourceTiming TIMING =
      new SourceTiming(
          CycleOracle.RESOLUTION,
          CycleOracle.DETECTION,
          CycleOracle.CONNECTING,
          CycleOracle.LISTING_LAG,
          CycleOracle.SPACING,
          CycleOracle.TOLERANCE,
          false);

  /** The same where rooms may go on with another node. */
  static final SourceTiming SEVERAL_NODES =
      new SourceTiming(
          CycleOracle.RESOLUTION,
          CycleOracle.DETECTION,
          CycleOracle.CONNECTING,
          CycleOracle.LISTING_LAG,
          CycleOracle.SPACING,
          CycleOracle.TOLERANCE,
          true);

  private static final CycleMatcher MATCHER = new CycleMatcher(TIMING);

  /** Later than anything in a trace. */
  static final Instant LATER = Traces.START.plusSeconds(3600);

  /** At least one event. */
  static AtOnce fold(List<AttendanceEvent> events) {
    RoomFacts room = EventFacts.of(events.get(0)).room();
    RoomMarks marks = RoomMarks.NONE;
    Map<String, CycleFacts> cycles = new TreeMap<>();
    NavigableMap<TrackFacts, TrackFacts> tracks = new TreeMap<>(TrackFacts.BY_KEY);
    for (AttendanceEvent event : events) {
      EventFacts told = EventFacts.of(event);
      room = room.merge(told.room());
      marks = marks.merge(told.marks());
      told.cycles()
          .forEach(cycle -> cycles.merge(cycle.id().participantSid(), cycle, CycleFacts::merge));
      told.tracks().forEach(track -> tracks.merge(track, track, TrackFacts::merge));
    }
    return new AtOnce(room, marks, cycles, tracks);
  }

  AtOnce merge(AtOnce other) {
    Map<String, CycleFacts> both = new TreeMap<>(cycles);
    other.cycles.forEach((sid, facts) -> both.merge(sid, facts, CycleFacts::merge));
    NavigableMap<TrackFacts, TrackFacts> bothTracks = new TreeMap<>(tracks);
    other.tracks.forEach((key, track) -> bothTracks.merge(key, track, TrackFacts::merge));
    return new AtOnce(room.merge(other.room), marks.merge(other.marks), both, bothTracks);
  }

  RoomCycles match() {
    return match(OpenCycleRules.STANDARD, LATER);
  }

  RoomCycles match(OpenCycleRules rules, Instant now) {
    return MATCHER.match(room, marks, cycles.values(), rules, now);
  }

  RoomCycles match(SourceTiming timing, OpenCycleRules rules, Instant now) {
    return new CycleMatcher(timing).match(room, marks, cycles.values(), rules, now);
  }

  Map<CycleId, CycleStanding> standings() {
    return new TreeMap<>(MATCHER.standings(room, marks, cycles.values()));
  }

  /** The same in a room of another name. */
  AtOnce inRoom(String name) {
    return new AtOnce(
        new RoomFacts(
            room.sid(),
            name,
            room.createdAt(),
            room.lastStartedAt(),
            room.firstEventAt(),
            room.lastPresenceAt()),
        marks,
        cycles,
        tracks);
  }

  RoomHistory history() {
    return new RoomHistory(
        room, marks, new ArrayList<>(cycles.values()), List.copyOf(tracks.values()), 0, 0, false);
  }
}
