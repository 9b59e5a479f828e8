package dev.attendance.record;

import dev.attendance.session.SessionId;
import dev.attendance.session.SessionState;
import dev.attendance.time.Interval;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A session as a whole.
 *
 * @param id its key
 * @param title the plan's title, else the room name
 * @param planned whether there is a plan
 * @param state where it is in its life (R22)
 * @param roomSids the room instances it claims, by when they began
 * @param span from the window's first instant to its last; nothing if the window is empty
 * @param window the length of the window, gaps left out (R13)
 * @param policy the policy it is measured by, with its version (R17)
 * @param tookPlace whether anybody who counts was there (R18)
 * @param crowd how many were there together
 * @param blind how much of what the session claims is time of which something may never have
 *     reached us (R21), in milliseconds
 */
public record SessionSummary(
    SessionId id,
    String title,
    boolean planned,
    SessionState state,
    List<String> roomSids,
    Optional<Interval> span,
    Duration window,
    PolicyId policy,
    boolean tookPlace,
    Crowd crowd,
    Duration blind) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if {@code blind} is negative
   */
  public SessionSummary {
    Durations.check("blind", blind);
    roomSids = List.copyOf(roomSids);
  }

  /**
   * {@return the same in another state}
   *
   * @param other where it is in its life
   */
  public SessionSummary in(SessionState other) {
    return new SessionSummary(
        id, title, planned, other, roomSids, span, window, policy, tookPlace, crowd, blind);
  }
}
