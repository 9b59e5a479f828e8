package dev.attendance.store;

import dev.attendance.cycle.CycleId;
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

  // Of one room instance: so sids of connections are enough, and many are compared.
  private static final Comparator<FoldedCycle> BY_ID =
      (one, other) -> sid(one.facts().id()).compareTo(sid(other.facts().id()));

  private static final Comparator<TrackFacts> BY_KEY =
      (one, other) -> {
        int byCycle = sid(one.cycle()).compareTo(sid(other.cycle()));
        return byCycle != 0 ? byCycle : one.trackSid().compareTo(other.trackSid());
      };

  /** Copies and sorts the lists. */
  public RoomProjection {
    cycles = cycles.stream().sorted(BY_ID).toList();
    tracks = tracks.stream().sorted(BY_KEY).toList();
  }

  private static String sid(CycleId cycle) {
    return cycle.participantSid();
  }
}
