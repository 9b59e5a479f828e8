package dev.attendance.record;

import dev.attendance.cycle.Cycle;
import dev.attendance.session.PersonId;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What counts of one person in one session. Mutable: cycles are added one by one, then united, then
 * corrected.
 */
final class PersonPresence {

  private static final Presence NOBODY = Presence.of(List.of());

  private final PersonId person;
  private final List<Cycle> cycles = new ArrayList<>();
  private final IntervalSet blindSpots;
  private Presence presence;
  private Presence uncorrected;
  private IntervalSet denied = IntervalSet.empty();
  private boolean corrected;
  private @Nullable String firstIdentity;
  private boolean severalDevices;
  private long lastEnd = Long.MIN_VALUE;

  /** Worked out when it is first asked for. */
  private @Nullable Presence inside;

  /** Of whom nothing counts yet, but who may have been there unseen (R21). */
  PersonPresence(PersonId person, IntervalSet blindSpots) {
    this.person = person;
    this.blindSpots = blindSpots;
    this.presence = NOBODY.orUnseen(blindSpots);
    this.uncorrected = presence;
  }

  /** Adds a cycle; they come in the order of their starts. */
  void add(Cycle cycle) {
    // Nearly everybody has one device. Asked here, while the names are at hand.
    String identity = identity(cycle);
    if (cycles.isEmpty()) {
      firstIdentity = identity;
    }
    severalDevices |= !identity.equals(firstIdentity);
    cycles.add(cycle);
    lastEnd = Math.max(lastEnd, cycle.end().bestAt());
  }

  private static String identity(Cycle cycle) {
    return cycle.profile().identity();
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

  /**
   * What lies inside the window (R13). A session has one, so it is asked for once all corrections
   * have been applied, and always with the same.
   */
  Presence inside(Window window) {
    Presence known = inside;
    if (known == null) {
      known = presence.within(window.extent());
      inside = known;
    }
    return known;
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
    return severalDevices
        ? (int) cycles.stream().map(PersonPresence::identity).distinct().count()
        : Math.min(1, cycles.size());
  }

  /** Of a corrected presence its beginning, else that of the first cycle, however short it was. */
  Optional<Instant> firstJoin() {
    if (corrected) {
      return presence.best().start();
    }
    // They come in the order of their starts.
    return cycles.isEmpty() ? Optional.empty() : Optional.of(cycles.get(0).start().best());
  }

  /** Of a corrected presence its end, else that of the cycle that ended last. */
  Optional<Instant> lastLeave() {
    if (corrected) {
      return presence.best().end();
    }
    return cycles.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(lastEnd));
  }

  /** The name of the cycle that began last. */
  String displayName() {
    return cycles.isEmpty() ? "" : cycles.get(cycles.size() - 1).profile().name();
  }
}
