package dev.attendance.store;

import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.TrackFacts;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One room instance, held by one caller alone, within one transaction. Valid only during the call
 * of {@link FoldQueue#fold}; not thread-safe.
 */
public interface RoomTransaction {

  /**
   * {@return events appended and not yet folded, at most {@code limit}, in any order}
   *
   * @param limit at least 1
   */
  List<AttendanceEvent> pending(int limit);

  /** {@return what is known of the room; nothing before its first fold} */
  Optional<RoomFacts> room();

  /**
   * {@return the cycles of these connections and of these identities, in any order, each once}
   *
   * @param participantSids connections
   * @param identities identities, compared exactly
   */
  List<FoldedCycle> cycles(Set<String> participantSids, Set<String> identities);

  /** {@return the cycles that are {@code OPEN} or {@code INFERRED}, in any order} */
  List<FoldedCycle> cyclesWithoutReportedEnd();

  /**
   * {@return the marks from {@code since} on}
   *
   * @param since inclusive; polls are taken by when they were asked
   */
  RoomMarks marks(Instant since);

  /**
   * Saves the outcome of a fold: room and cycles replace what was kept of them, marks and tracks
   * are added, so that none has to be read; the events are no longer pending. Cycles that are not
   * given stay as they are. Raises the room's version by one.
   *
   * @param room the room as it is now; its sid and the cycles' must be that of the room held
   * @param added marks to add, {@linkplain RoomMarks#merge merged} with those there
   * @param cycles the cycles that changed
   * @param tracks what was learned of tracks of the room's cycles, each track once; {@linkplain
   *     TrackFacts#merge merged} with what was kept of them
   * @param folded the pending events that went into it; those no longer pending change nothing
   */
  void save(
      RoomFacts room,
      RoomMarks added,
      Collection<FoldedCycle> cycles,
      Collection<TrackFacts> tracks,
      Collection<EventId> folded);
}
