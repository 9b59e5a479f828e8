package dev.attendance.event;

import java.util.List;
import java.util.Optional;

/** Asks the meeting server who is in a room now. Implementations may be called from any thread. */
public interface LiveRooms {

  /**
   * Lists who is up in a room instance at this moment.
   *
   * @param room the instance; participants of a later instance of the same name are not listed
   * @return the participants whose connection is up, an empty list if the server says that there is
   *     nobody or that it does not know the instance; nothing if no answer could be had, which
   *     proves nothing (R8)
   */
  Optional<List<Participant>> participants(RoomInstance room);
}
