package dev.attendance;

import dev.attendance.record.SessionRevision;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all listeners; one that throws keeps nothing from the others. */
final class Listeners {

  private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

  private final List<AttendanceListener> listeners;

  Listeners(List<AttendanceListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  void roomChanged(RoomChange change) {
    tell(listener -> listener.roomChanged(change));
  }

  void sessionSettled(SessionRevision revision) {
    tell(listener -> listener.sessionSettled(revision));
  }

  private void tell(Consumer<AttendanceListener> news) {
    for (AttendanceListener listener : listeners) {
      try {
        news.accept(listener);
      } catch (RuntimeException exception) {
        LOG.warn("A listener failed: {}", listener.getClass().getName(), exception);
      }
    }
  }
}
