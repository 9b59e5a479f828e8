package dev.attendance.record;

import dev.attendance.cycle.Cycle;
import dev.attendance.session.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What counts of one person in one session. Mutable: cycles are added one by one, then united. */
final class PersonPresence {

  private static final Presence NOBODY = Presence.of(List.of());

  private final PersonId person;
  private final List<Cycle> cycles = new ArrayList<>(4);
  private Presence presence = NOBODY;

  PersonPresence(PersonId person) {
    this.person = person;
  }

  /** Adds a cycle; they come in the order of their starts. */
  void add(Cycle cycle) {
    cycles.add(cycle);
  }

  void unite() {
    presence = Presence.of(cycles);
  }

  PersonId person() {
    return person;
  }

  Presence presence() {
    return presence;
  }

  int cycles() {
    return cycles.size();
  }

  int devices() {
    if (cycles.size() < 2) {
      return cycles.size();
    }
    Set<String> identities = new HashSet<>();
    for (Cycle cycle : cycles) {
      identities.add(cycle.profile().identity());
    }
    return identities.size();
  }

  Optional<Instant> firstJoin() {
    @Nullable Instant first = null;
    for (Cycle cycle : cycles) {
      Instant start = cycle.start().best();
      first = first == null || start.isBefore(first) ? start : first;
    }
    return Optional.ofNullable(first);
  }

  Optional<Instant> lastLeave() {
    @Nullable Instant last = null;
    for (Cycle cycle : cycles) {
      Instant end = cycle.end().best();
      last = last == null || end.isAfter(last) ? end : last;
    }
    return Optional.ofNullable(last);
  }

  /** The name of the cycle that began last. */
  String displayName() {
    return cycles.isEmpty() ? "" : cycles.get(cycles.size() - 1).profile().name();
  }
}
