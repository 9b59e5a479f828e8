package dev.attendance.event;

import java.util.Comparator;
import java.util.List;

/**
 * Whom the server listed in the room at one instant, from asking it. A question that got no answer
 * is no event (R8).
 *
 * <p>{@code occurredAt} is when we asked and {@code receivedAt} when the answer was there, both by
 * our clock: who is listed was there at the former or later, who is not was gone by the latter.
 *
 * @param header id, room and times
 * @param listed the participants that were up, in the order of their sids
 */
public record RosterObserved(EventHeader header, List<Participant> listed)
    implements AttendanceEvent {

  /** Copies the list and sorts it, so that equal observations are equal events. */
  public RosterObserved {
    listed = listed.stream().sorted(Comparator.comparing(Participant::sid)).toList();
  }

  @Override
  public EventKind kind() {
    return EventKind.ROSTER_OBSERVED;
  }
}
