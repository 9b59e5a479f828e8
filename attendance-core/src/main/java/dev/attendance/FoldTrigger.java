package dev.attendance;

import dev.attendance.event.AttendanceEvent;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the touched room instances folded after an append. A room that is already waiting is not
 * queued again. Whatever goes wrong here costs time only: what is not folded stays pending in the
 * store.
 */
final class FoldTrigger {

  private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

  private final FoldPending fold;
  private final Executor executor;
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();

  FoldTrigger(FoldPending fold, Executor executor) {
    this.fold = fold;
    this.executor = executor;
  }

  void appended(Collection<? extends AttendanceEvent> events) {
    events.stream()
        .map(event -> event.header().room().sid())
        .distinct()
        .filter(waiting::add)
        .forEach(this::submit);
  }

  private void submit(String roomSid) {
    try {
      executor.execute(
          () -> {
            // Removed first: an append from here on must trigger a fold of its own.
            waiting.remove(roomSid);
            try {
              fold.fold(roomSid);
            } catch (RuntimeException exception) {
              LOG.warn("Room {} was not folded; it stays pending", roomSid, exception);
            }
          });
    } catch (RejectedExecutionException exception) {
      waiting.remove(roomSid);
      LOG.debug("The fold of room {} was rejected; it stays pending", roomSid, exception);
    }
  }
}
