package dev.attendance.record;

import dev.attendance.cycle.Cycle;
import dev.attendance.session.PersonId;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What counts of one person in one session. Mutable: cycles are added one by one, then united, then
 * corrected.
 */
final class PersonPresence {

  private static final Presence NOBODY = Presence.of(List.of());

  private final PersonId person;
  private final List<Cycle> cycles = new ArrayList<>(4);
  private final IntervalSet blindSpots;
  private Presence presence;
  private Presence uncorrected;
  private IntervalSet denied = IntervalSet.empty();
  private boolean corrected;

  /** Of whom nothing counts yet, but who may have been there unseen (R21). */
  PersonPresence(PersonId person, IntervalSet blindSpots) {
    this.person = person;
    this.blindSpots = blindSpots;
    this.presence = NOBODY.orUnseen(blindSpots);
    this.uncorrected = presence;
  }

  /** Adds a cycle; they come in the order of their starts. */
  void add(Cycle cycle) {
    cycles.add(cycle);
  }

  void unite() {
    presence = Presence.of(cycles).orUnseen(blindSpots);
    uncorrected = presence;
  }

  /** The person was there too, for all that a person says. */
  void add(Presence more) {
    presence = presence.union(more);
    denied = denied.difference(more.possible());
    corrected = true;
  }

  /** The person was not there. */
  void remove(IntervalSet time) {
    presence = presence.without(time);
    denied = denied.union(time);
    corrected = true;
  }

  PersonId person() {
    return person;
  }

  Presence presence() {
    return presence;
  }

  /** With short gaps bridged (R12), but for those in which a person says that nobody was there. */
  Presence bridged(Duration grace) {
    return presence.bridged(grace).without(denied);
  }

  /** What it would be without corrections of presence; nothing if there is none. */
  Optional<Presence> uncorrected() {
    return corrected ? Optional.of(uncorrected) : Optional.empty();
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

  /** Of a corrected presence its beginning, else that of the first cycle, however short it was. */
  Optional<Instant> firstJoin() {
    if (corrected) {
      return presence.best().start();
    }
    @Nullable Instant first = null;
    for (Cycle cycle : cycles) {
      Instant start = cycle.start().best();
      first = first == null || start.isBefore(first) ? start : first;
    }
    return Optional.ofNullable(first);
  }

  /** Of a corrected presence its end, else that of the cycle that ended last. */
  Optional<Instant> lastLeave() {
    if (corrected) {
      return presence.best().end();
    }
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
