package dev.attendance.store;

import dev.attendance.session.SessionId;

/**
 * A plan was not put because another one uses one of its rooms at the same time. Move one of the
 * two, use another room, or remove the other plan.
 */
public final class RoomTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient SessionId session;
  private final transient SessionId holder;

  /**
   * An exception that says who has the room.
   *
   * @param session the session whose plan was not put
   * @param holder the session whose plan has a room that it uses
   */
  public RoomTakenException(SessionId session, SessionId holder) {
    super(
        "session "
            + session.value()
            + ": a room holds one planned session at a time, and session "
            + holder.value()
            + " has one of its rooms at that time; move one of them or remove the other");
    this.session = session;
    this.holder = holder;
  }

  /** {@return the session whose plan was not put} */
  public SessionId session() {
    return session;
  }

  /** {@return the session whose plan has a room that it uses} */
  public SessionId holder() {
    return holder;
  }
}
