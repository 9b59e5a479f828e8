package dev.attendance.store;

import dev.attendance.session.SessionId;

/**
 * A note that a session is to be settled, because of something else than its rooms.
 *
 * @param session the session
 * @param note tells this note from any other one of the session, before and after
 */
public record SessionToSettle(SessionId session, long note) {}
