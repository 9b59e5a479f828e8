package dev.attendance;

import dev.attendance.event.AttendanceEvent;
import dev.attendance.store.Quarantine;
import java.util.List;
import java.util.Optional;

/** Decodes bodies that could not be decoded when they came. Stateless and thread-safe. */
@FunctionalInterface
public interface QuarantineDecoder {

  /**
   * {@return the events that a body tells of, possibly none that matters; nothing if it still
   * cannot be decoded, or is another source's}
   *
   * @param body what was kept; that it is genuine was found out before it was kept
   */
  Optional<List<AttendanceEvent>> decode(Quarantine.Body body);
}
