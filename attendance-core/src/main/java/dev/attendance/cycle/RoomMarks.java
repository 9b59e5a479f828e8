package dev.attendance.cycle;

import dev.attendance.event.FieldRules;
import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The instants of a room instance that bound cycles whose end nobody reported (R7): its {@code
 * room_finished} events and the polls that were answered. Immutable; a union of sets, so it merges
 * in any order.
 *
 * @param finishes {@code createdAt} of each {@code room_finished}
 * @param polls when each poll was answered, by when it was asked; of two asked in the same
 *     millisecond the earlier answer
 */
public record RoomMarks(NavigableSet<Instant> finishes, NavigableMap<Instant, Instant> polls) {

  /** No marks. */
  public static final RoomMarks NONE =
      new RoomMarks(Collections.emptyNavigableSet(), Collections.emptyNavigableMap());

  /**
   * Copies both collections.
   *
   * @throws IllegalArgumentException if an instant is out of the range of {@link FieldRules}
   */
  public RoomMarks {
    finishes.forEach(at -> FieldRules.instant("room finish", at));
    polls.forEach(
        (asked, answered) -> {
          FieldRules.instant("poll", asked);
          FieldRules.instant("poll answer", answered);
        });
    finishes = Collections.unmodifiableNavigableSet(new TreeSet<>(finishes));
    polls = Collections.unmodifiableNavigableMap(new TreeMap<>(polls));
  }

  /** {@return whether there is no mark} */
  public boolean isEmpty() {
    return finishes.isEmpty() && polls.isEmpty();
  }

  /**
   * {@return the marks of both}
   *
   * @param other marks of the same room instance
   */
  public RoomMarks merge(RoomMarks other) {
    if (other.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    TreeSet<Instant> allFinishes = new TreeSet<>(finishes);
    allFinishes.addAll(other.finishes);
    TreeMap<Instant, Instant> allPolls = new TreeMap<>(polls);
    other.polls.forEach(
        (asked, answered) -> allPolls.merge(asked, answered, (a, b) -> a.isBefore(b) ? a : b));
    return new RoomMarks(allFinishes, allPolls);
  }
}
