package dev.attendance.store;

import dev.attendance.cycle.CycleFacts;
import dev.attendance.cycle.RoomFacts;
import dev.attendance.cycle.RoomMarks;
import dev.attendance.cycle.TrackFacts;
import dev.attendance.event.AttendanceEvent;
import dev.attendance.event.EventId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Stores of which one method does something else. */
final class BrokenStores {

  private record Parts(
      EventLog events,
      RawBodies rawBodies,
      FoldQueue folds,
      Rooms rooms,
      SessionRecords records,
      CorrectionLog corrections,
      Coverage coverage,
      SessionPlans plans,
      Quarantine quarantine)
      implements AttendanceStore {}

  private BrokenStores() {}

  /** A store whose port does something else in one method. */
  static <P> AttendanceStore broken(
      AttendanceStore store, Class<P> port, String method, Function<Object[], Object> instead) {
    return new Parts(
        part(EventLog.class, store.events(), port, method, instead),
        part(RawBodies.class, store.rawBodies(), port, method, instead),
        part(FoldQueue.class, store.folds(), port, method, instead),
        part(Rooms.class, store.rooms(), port, method, instead),
        part(SessionRecords.class, store.records(), port, method, instead),
        part(CorrectionLog.class, store.corrections(), port, method, instead),
        part(Coverage.class, store.coverage(), port, method, instead),
        part(SessionPlans.class, store.plans(), port, method, instead),
        part(Quarantine.class, store.quarantine(), port, method, instead));
  }

  private static <P> P part(
      Class<P> type, P part, Class<?> port, String method, Function<Object[], Object> instead) {
    return type == port ? replacing(type, part, method, instead) : part;
  }

  /** A store that never gives up the latest raw body of an event. */
  @SuppressWarnings("unchecked")
  static AttendanceStore rememberingBodies(AttendanceStore store) {
    Map<EventId, RawBody> latest = new HashMap<>();
    AttendanceStore writing =
        broken(
            store,
            EventLog.class,
            "appendDelivered",
            arguments -> {
              List<Delivery> deliveries = (List<Delivery>) arguments[0];
              List<AppendOutcome> outcomes = store.events().appendDelivered(deliveries);
              deliveries.forEach(
                  delivery ->
                      delivery
                          .body()
                          .ifPresent(body -> latest.put(delivery.event().header().id(), body)));
              return outcomes;
            });
    return broken(
        writing,
        RawBodies.class,
        "body",
        arguments -> Optional.ofNullable(latest.get((EventId) arguments[1])));
  }

  /** A store whose room transactions do something else in one method. */
  @SuppressWarnings("unchecked")
  static AttendanceStore brokenTransaction(
      AttendanceStore store, String method, BiFunction<RoomTransaction, Object[], Object> instead) {
    return broken(
        store,
        FoldQueue.class,
        "fold",
        fold -> {
          Consumer<RoomTransaction> work = (Consumer<RoomTransaction>) fold[1];
          store
              .folds()
              .fold(
                  (String) fold[0],
                  room ->
                      work.accept(
                          replacing(
                              RoomTransaction.class,
                              room,
                              method,
                              arguments -> instead.apply(room, arguments))));
          return null;
        });
  }

  @SuppressWarnings("unchecked")
  static List<FoldedCycle> cyclesInAnyCase(RoomTransaction room, Object[] arguments) {
    Set<String> identities = new HashSet<>((Set<String>) arguments[1]);
    ((Set<String>) arguments[1])
        .forEach(
            identity -> {
              identities.add(identity.toLowerCase(Locale.ROOT));
              identities.add(identity.toUpperCase(Locale.ROOT));
            });
    return room.cycles((Set<String>) arguments[0], identities);
  }

  @SuppressWarnings("unchecked")
  static Object savedEndless(RoomTransaction room, Object[] arguments) {
    room.save(
        (RoomFacts) arguments[0],
        (RoomMarks) arguments[1],
        (Collection<FoldedCycle>) arguments[2],
        ((Collection<TrackFacts>) arguments[3])
            .stream()
                .map(
                    track ->
                        new TrackFacts(
                            track.cycle(),
                            track.trackSid(),
                            track.source(),
                            track.publishedAt(),
                            CycleFacts.ABSENT))
                .toList(),
        (Collection<AttendanceEvent>) arguments[4]);
    return null;
  }

  /** An object that does as the other one but for one method. */
  static <P> P replacing(
      Class<P> type, P other, String method, Function<Object[], Object> instead) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) -> {
              if (called.getName().equals(method)) {
                return instead.apply(arguments);
              }
              try {
                return called.invoke(other, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  /** A store that takes every event for new. */
  static AttendanceStore findingNoDuplicates(AttendanceStore store) {
    return broken(
        store,
        EventLog.class,
        "append",
        arguments -> {
          List<? extends AttendanceEvent> events = events(arguments[0]);
          store.events().append(events);
          return events.stream().map(event -> AppendOutcome.APPENDED).toList();
        });
  }

  @SuppressWarnings("unchecked")
  static List<? extends AttendanceEvent> events(Object argument) {
    return (List<? extends AttendanceEvent>) argument;
  }

  static <T> List<T> reversed(List<T> list) {
    List<T> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }
}
