package dev.attendance.session;

import dev.attendance.cycle.CycleFacts;
import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.TrackFacts;
import java.util.List;

/**
 * Everything known of one room instance.
 *
 * @param room what is known of it as a whole
 * @param marks all its marks
 * @param cycles all its cycles, in any order, each once
 * @param tracks all their tracks, in any order, each once
 * @param events how many events of its log all this comes from, polls left out
 * @param polls how many polls
 * @param purged whether all but the room itself was deleted: it was too old
 */
public record RoomHistory(
    RoomFacts room,
    RoomMarks marks,
    List<CycleFacts> cycles,
    List<TrackFacts> tracks,
    long events,
    long polls,
    boolean purged) {

  /** Copies the lists. */
  public RoomHistory {
    cycles = List.copyOf(cycles);
    tracks = List.copyOf(tracks);
  }
}
