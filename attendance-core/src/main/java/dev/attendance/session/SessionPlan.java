package dev.attendance.session;

import dev.attendance.event.FieldRules;
import dev.attendance.time.Interval;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A session known beforehand, or told of afterwards. It claims every instance of its rooms that
 * overlaps its window.
 *
 * @param id the app's id of the session
 * @param title what reports call it
 * @param window from its scheduled start (inclusive) to its scheduled end (exclusive)
 * @param roomNames the names of its rooms, at least one
 * @param roster who is expected, each person once; empty if anybody may come
 */
public record SessionPlan(
    SessionId id,
    String title,
    Interval window,
    Set<String> roomNames,
    Collection<RosterEntry> roster) {

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if the window is empty, there is no room, or a person is twice
   *     on the roster
   */
  public SessionPlan {
    FieldRules.text("session title", title);
    if (window.isEmpty()) {
      throw new IllegalArgumentException("session window: must not be empty");
    }
    if (roomNames.isEmpty()) {
      throw new IllegalArgumentException("session rooms: must name at least one room");
    }
    roomNames.forEach(name -> FieldRules.id("session room name", name));
    roomNames = Set.copyOf(roomNames);
    roster = List.copyOf(roster);
    Set<PersonId> persons = new HashSet<>();
    for (RosterEntry entry : roster) {
      if (!persons.add(entry.person())) {
        throw new IllegalArgumentException("session roster: names a person twice");
      }
    }
  }
}
