package dev.attendance.store;

import dev.attendance.cycle.CycleFacts;
import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.TrackFacts;
import java.util.Comparator;
import java.util.List;

/**
 * All that the folds of a room instance have come to.
 *
 * @param room what is known of it
 * @param marks its marks
 * @param cycles its cycles, in the order of their participant sids
 * @param tracks their tracks, in the order of {@link TrackFacts#BY_KEY}
 * @param events how many events of its log have gone into it, polls left out
 * @param polls how many polls have
 */
public record RoomProjection(
    RoomFacts room,
    RoomMarks marks,
    List<FoldedCycle> cycles,
    List<TrackFacts> tracks,
    long events,
    long polls) {

  private static final Comparator<FoldedCycle> BY_ID =
      Comparator.comparing(FoldedCycle::facts, Comparator.comparing(CycleFacts::id));

  /** Copies and sorts the lists. */
  public RoomProjection {
    cycles = cycles.stream().sorted(BY_ID).toList();
    tracks = tracks.stream().sorted(TrackFacts.BY_KEY).toList();
  }
}
