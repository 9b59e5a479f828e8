package dev.attendance;

import dev.attendance.record.RevisionDiff;
import dev.attendance.record.SessionRevision;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all listeners; one that throws keeps nothing from the others. */
final class Listeners {

  private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

  private final List<AttendanceListener> listeners;

  Listeners(List<AttendanceListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  /** The change is worked out only if there is somebody to tell. */
  void roomChanged(Supplier<RoomChange> change) {
    if (listeners.isEmpty()) {
      return;
    }
    RoomChange worked;
    try {
      worked = change.get();
    } catch (RuntimeException exception) {
      LOG.warn("Listeners were not told of a fold, which was saved", exception);
      return;
    }
    tell(listener -> listener.roomChanged(worked));
  }

  void sessionSettled(SessionRevision revision, RevisionDiff diff) {
    tell(listener -> listener.sessionSettled(revision, diff));
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
