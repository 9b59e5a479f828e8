package dev.attendance.store;

import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.TrackFacts;
import dev.attendance.event.AttendanceEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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

  /**
   * Hands over every event of the room's log that is not pending, each once, in any order, and
   * without holding more than some of them in memory.
   *
   * @param each takes an event; must not use this transaction
   */
  void folded(Consumer<AttendanceEvent> each);

  /** {@return what is known of the room; nothing before its first fold} */
  Optional<RoomFacts> room();

  /**
   * {@return the room as it is kept; nothing before its first fold} Not to be asked after a save in
   * the same transaction.
   */
  Optional<FoldedRoom> state();

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
   * @param folded the pending events that went into it, which are counted with the room; those no
   *     longer pending change nothing
   */
  void save(
      RoomFacts room,
      RoomMarks added,
      Collection<FoldedCycle> cycles,
      Collection<TrackFacts> tracks,
      Collection<AttendanceEvent> folded);

  /**
   * {@return all that is kept of the room; nothing before its first fold} Takes memory for all of
   * its cycles. Not to be asked after a save in the same transaction.
   */
  Optional<RoomProjection> projection();

  /**
   * Replaces all that is kept of the room. What is pending stays so. Raises the room's version by
   * one. Nothing more may be read or saved in the same transaction.
   *
   * @param anew what to keep from now on; its sid must be that of the room held
   */
  void replace(RoomProjection anew);

  /**
   * Deletes the room's log, pending or not, with its raw bodies, and all that was folded of it. The
   * room itself stays, as {@linkplain FoldedRoom#purged purged} and settled, in its version; its
   * counts are zero. Nothing more may be read or saved in the same transaction.
   *
   * @param remains what to keep of it; its sid must be that of the room held
   * @return how many events were deleted
   */
  long purge(RoomFacts remains);

  /**
   * Puts pseudonyms into the room's log, pending or not: wherever a participant has one of the
   * identities it has the pseudonym from now on, and an empty name; the raw bodies of these events
   * are deleted. What was folded stays as it is: the caller {@linkplain #replace replaces} it
   * afterwards by what the log says now, which {@link #folded} hands over in the same transaction.
   *
   * @param identities pseudonyms by the identities, compared exactly
   * @return how many events and participants listed by polls were changed
   */
  long pseudonymise(Map<String, String> identities);
}
