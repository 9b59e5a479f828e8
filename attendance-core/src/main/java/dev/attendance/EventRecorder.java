package dev.attendance;

import dev.attendance.store.AppendOutcome;
import dev.attendance.store.Delivery;
import dev.attendance.store.EventLog;
import java.util.List;

/** Appends events to the log and has what they touch folded. */
final class EventRecorder {

  private final EventLog log;
  private final FoldTrigger folds;

  EventRecorder(EventLog log, FoldTrigger folds) {
    this.log = log;
    this.folds = folds;
  }

  List<AppendOutcome> record(List<Delivery> deliveries) {
    List<AppendOutcome> outcomes = log.appendDelivered(deliveries);
    folds.appended(deliveries.stream().map(Delivery::event).toList());
    return outcomes;
  }
}
