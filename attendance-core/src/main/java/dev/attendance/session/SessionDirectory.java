package dev.attendance.session;

import dev.attendance.time.Interval;
import java.util.List;
import java.util.Optional;

/**
 * Knows the planned sessions: a host app answers from its own tables. Thread-safe. What it answers
 * may change at any time; attendance follows, for nothing of it is stored with the events.
 */
public interface SessionDirectory {

  /**
   * {@return the plan of a session; nothing if there is none}
   *
   * @param id the session
   */
  Optional<SessionPlan> plan(SessionId id);

  /**
   * {@return the plans that use the room and whose window overlaps, by the start of their windows}
   *
   * @param roomName the reusable room name
   * @param window a stretch of time, not empty
   */
  List<SessionPlan> plans(String roomName, Interval window);
}
