package dev.attendance.session;

import dev.attendance.event.FieldRules;
import dev.attendance.time.Interval;
import java.util.Collection;
import java.util.Collections;
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
 * @param breakoutRoomNames the names of rooms that its people are sent to in between, possibly
 *     none, each of them not among {@code roomNames}; the policy decides whether presence there
 *     counts
 * @param roster who is expected, each person once; empty if anybody may come
 */
public record SessionPlan(
    SessionId id,
    String title,
    Interval window,
    Set<String> roomNames,
    Set<String> breakoutRoomNames,
    Collection<RosterEntry> roster) {

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if title or a room's name is unfit, the window is empty or out
   *     of the range of {@link FieldRules}, there is no room, a room is both own and breakout, or a
   *     person is twice on the roster
   */
  public SessionPlan {
    FieldRules.text("session title", title);
    FieldRules.instant("session window start", window.start());
    FieldRules.instant("session window end", window.end());
    if (window.isEmpty()) {
      throw new IllegalArgumentException("session window: must not be empty");
    }
    if (roomNames.isEmpty()) {
      throw new IllegalArgumentException("session rooms: must name at least one room");
    }
    roomNames.forEach(name -> FieldRules.id("session room name", name));
    roomNames = Set.copyOf(roomNames);
    breakoutRoomNames.forEach(name -> FieldRules.id("session breakout room name", name));
    breakoutRoomNames = Set.copyOf(breakoutRoomNames);
    if (!Collections.disjoint(roomNames, breakoutRoomNames)) {
      throw new IllegalArgumentException(
          "session breakout rooms: a room is either the session's own or a breakout room of it");
    }
    roster = List.copyOf(roster);
    Set<PersonId> persons = new HashSet<>();
    for (RosterEntry entry : roster) {
      if (!persons.add(entry.person())) {
        throw new IllegalArgumentException("session roster: names a person twice");
      }
    }
  }

  /**
   * A session without breakout rooms.
   *
   * @param id the app's id of the session
   * @param title what reports call it
   * @param window from its scheduled start (inclusive) to its scheduled end (exclusive)
   * @param roomNames the names of its rooms, at least one
   * @param roster who is expected, each person once; empty if anybody may come
   * @throws IllegalArgumentException as above
   */
  public SessionPlan(
      SessionId id,
      String title,
      Interval window,
      Set<String> roomNames,
      Collection<RosterEntry> roster) {
    this(id, title, window, roomNames, Set.of(), roster);
  }

  /**
   * {@return whether it uses the room, as its own or as a breakout room}
   *
   * @param roomName the reusable room name
   */
  public boolean uses(String roomName) {
    return roomNames.contains(roomName) || breakoutRoomNames.contains(roomName);
  }

  /** {@return the names of all its rooms, breakout rooms included} */
  public Set<String> allRoomNames() {
    Set<String> all = new HashSet<>(roomNames);
    all.addAll(breakoutRoomNames);
    return Set.copyOf(all);
  }
}
