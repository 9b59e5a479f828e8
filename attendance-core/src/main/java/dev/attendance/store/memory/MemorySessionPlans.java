package dev.attendance.store.memory;

import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.store.RoomTakenException;
import dev.attendance.store.SessionPlans;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The plans of {@link MemoryStore}. */
final class MemorySessionPlans implements SessionPlans {

  private static final Comparator<SessionPlan> BY_START =
      Comparator.<SessionPlan, Instant>comparing(plan -> plan.window().start())
          .thenComparing(SessionPlan::id);

  private final Map<SessionId, SessionPlan> plans = new TreeMap<>();
  private final MemoryRooms rooms;
  private final MemorySessionRecords records;

  MemorySessionPlans(MemoryRooms rooms, MemorySessionRecords records) {
    this.rooms = rooms;
    this.records = records;
  }

  @Override
  public synchronized void put(SessionPlan plan) {
    Optional<SessionPlan> holder =
        plan.allRoomNames().stream()
            .flatMap(room -> overlapping(room, plan.window()))
            .filter(other -> !other.id().equals(plan.id()))
            .min(BY_START);
    if (holder.isPresent()) {
      throw new RoomTakenException(plan.id(), holder.get().id());
    }
    note(plan);
    Optional.ofNullable(plans.put(plan.id(), plan)).ifPresent(this::note);
    records.locked(
        () -> {
          records.note(plan.id(), plan.window().end());
          return plan;
        });
  }

  @Override
  public synchronized void purge(SessionId id, Instant before) {
    Optional<SessionPlan> plan = Optional.ofNullable(plans.get(id));
    if (plan.filter(known -> !known.window().end().isAfter(before)).isPresent()) {
      remove(id);
    }
  }

  @Override
  public synchronized boolean remove(SessionId id) {
    Optional<SessionPlan> removed = Optional.ofNullable(plans.remove(id));
    removed.ifPresent(this::note);
    records.locked(
        () -> {
          removed.ifPresent(plan -> records.forget(id));
          return id;
        });
    return removed.isPresent();
  }

  /** Notes the room instances that a plan may claim. */
  private void note(SessionPlan plan) {
    List<SessionId> sids =
        rooms.locked(
            kept ->
                kept.all()
                    .filter(room -> MemoryRoomReader.mayBeClaimed(room, plan))
                    .flatMap(room -> room.folded().stream())
                    .map(room -> new SessionId(room.facts().sid()))
                    .toList());
    records.locked(
        () -> {
          sids.forEach(records::note);
          return sids;
        });
  }

  @Override
  public synchronized Optional<SessionPlan> plan(SessionId id) {
    return Optional.ofNullable(plans.get(id));
  }

  @Override
  public synchronized List<SessionPlan> plans(String roomName, Interval window) {
    return overlapping(roomName, window).sorted(BY_START).toList();
  }

  private Stream<SessionPlan> overlapping(String roomName, Interval window) {
    return plans.values().stream()
        .filter(plan -> plan.uses(roomName) && plan.window().overlaps(window));
  }

  @Override
  public synchronized long pseudonymise(PersonId person, PersonId pseudonym) {
    long changed = 0;
    for (Map.Entry<SessionId, SessionPlan> entry : plans.entrySet()) {
      SessionPlan before = entry.getValue();
      SessionPlan after = Pseudonymised.plan(before, person, pseudonym);
      changed += after.equals(before) ? 0 : 1;
      entry.setValue(after);
    }
    return changed;
  }
}
