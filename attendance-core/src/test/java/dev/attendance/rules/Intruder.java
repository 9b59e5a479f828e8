package dev.attendance.rules;

import dev.attendance.store.AttendanceStore;
import dev.attendance.store.CorrectionLog;
import dev.attendance.store.EventLog;
import dev.attendance.store.FoldQueue;
import dev.attendance.store.Quarantine;
import dev.attendance.store.RawBodies;
import dev.attendance.store.Rooms;
import dev.attendance.store.SessionRecords;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * A node's view of a store, on which something else happens before each call of its reading side,
 * its records and its corrections: what another node does in between.
 */
final class Intruder {

  private final AttendanceStore store;
  private final Consumer<String> before;

  private Intruder(AttendanceStore store, Consumer<String> before) {
    this.store = store;
    this.before = before;
  }

  /**
   * The store as the node sees it.
   *
   * @param before told the name of the method that is about to be called
   */
  static AttendanceStore on(AttendanceStore store, Consumer<String> before) {
    Intruder intruder = new Intruder(store, before);
    return (AttendanceStore)
        Proxy.newProxyInstance(
            AttendanceStore.class.getClassLoader(),
            new Class<?>[] {AttendanceStore.class},
            (proxy, method, arguments) -> intruder.part(method.getReturnType(), method.getName()));
  }

  private Object part(Class<?> port, String name) {
    return switch (name) {
      case "events" -> watched(EventLog.class, store.events());
      case "rawBodies" -> watched(RawBodies.class, store.rawBodies());
      case "folds" -> watched(FoldQueue.class, store.folds());
      case "rooms" -> watched(Rooms.class, store.rooms());
      case "records" -> watched(SessionRecords.class, store.records());
      case "corrections" -> watched(CorrectionLog.class, store.corrections());
      case "coverage" -> store.coverage();
      case "plans" -> store.plans();
      case "quarantine" -> watched(Quarantine.class, store.quarantine());
      default -> throw new AssertionError("a port that is not known here: " + name + " " + port);
    };
  }

  private <P> P watched(Class<P> type, P part) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              before.accept(method.getName());
              try {
                return method.invoke(part, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
