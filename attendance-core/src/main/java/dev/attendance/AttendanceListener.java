package dev.attendance;

import dev.attendance.record.RevisionDiff;
import dev.attendance.record.SessionRevision;

/**
 * Told of changes after they have been committed, on the thread that made them. What it throws is
 * logged and otherwise ignored. After a crash a change may go untold or be told again; it is for
 * evicting caches and sending notices, not for keeping books.
 */
public interface AttendanceListener {

  /**
   * A room instance was folded: the live view and the attendance of its sessions may have changed.
   *
   * @param change what was touched
   */
  void roomChanged(RoomChange change);

  /**
   * A session was settled, or settled anew because it is known differently now (R22, R23).
   *
   * @param revision what was saved, with its causes
   * @param diff what it changed; in the first revision everybody was added
   */
  void sessionSettled(SessionRevision revision, RevisionDiff diff);
}
