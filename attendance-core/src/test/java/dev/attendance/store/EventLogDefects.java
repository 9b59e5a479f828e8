package dev.attendance.store;

import static dev.attendance.store.BrokenStores.broken;

import dev.attendance.testkit.Events;
import java.util.ArrayList;
import java.util.List;

/** Stores that break what {@link EventLog} promises. */
final class EventLogDefects {

  private EventLogDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "forgets what is a duplicate",
            "anEventAppendedBeforeIsADuplicate",
            BrokenStores::findingNoDuplicates),
        new Defect(
            "appends one by one until one fails",
            "ifItThrowsNothingWasAppended",
            store ->
                broken(
                    store,
                    EventLog.class,
                    "append",
                    arguments -> {
                      List<AppendOutcome> outcomes = new ArrayList<>();
                      BrokenStores.events(arguments[0])
                          .forEach(event -> outcomes.addAll(store.events().append(List.of(event))));
                      return outcomes;
                    })),
        new Defect(
            "reads the log in no order",
            "everyFieldOfEveryKindIsKeptExactly",
            store ->
                broken(
                    store,
                    EventLog.class,
                    "events",
                    arguments ->
                        BrokenStores.reversed(store.events().events((String) arguments[0])))),
        new Defect(
            "writes when it is only to check whether it could",
            "checkingWhetherItIsWritableChangesNothing",
            store ->
                broken(
                    store,
                    EventLog.class,
                    "checkWritable",
                    arguments ->
                        store.events().append(List.of(Events.in("RM_check").started(1))))));
  }
}
