package dev.attendance.cycle;

import dev.attendance.event.AttendanceEvent;
import java.util.Collection;
import java.util.List;

/**
 * What events of one room instance tell: about the room, about its marks, about cycles and their
 * tracks.
 *
 * @param room what they tell of the room
 * @param marks what they add to the room's marks
 * @param cycles what they tell of cycles, each once
 * @param tracks what they tell of tracks, each once
 */
public record EventFacts(
    RoomFacts room, RoomMarks marks, List<CycleFacts> cycles, List<TrackFacts> tracks) {

  /** Copies the lists. */
  public EventFacts {
    cycles = List.copyOf(cycles);
    tracks = List.copyOf(tracks);
  }

  /**
   * {@return what {@code event} tells}
   *
   * @param event any event
   */
  public static EventFacts of(AttendanceEvent event) {
    return of(List.of(event));
  }

  /**
   * {@return what several events tell together} The same as {@linkplain CycleFacts#merge merging}
   * what each of them tells, in whatever order.
   *
   * @param events at least one, all of the same room instance, in any order and any of them
   *     repeatedly
   * @throws IllegalArgumentException if there is none, or one of another room instance
   */
  public static EventFacts of(Collection<? extends AttendanceEvent> events) {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("events: must be at least one");
    }
    Gathering gathering = new Gathering(events.iterator().next().header().room(), events.size());
    for (AttendanceEvent event : events) {
      gathering.add(event);
    }
    return gathering.facts();
  }
}
