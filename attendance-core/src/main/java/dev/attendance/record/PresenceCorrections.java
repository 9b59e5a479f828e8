package dev.attendance.record;

import dev.attendance.session.PersonId;
import dev.attendance.time.IntervalSet;
import java.util.Map;
import java.util.function.Function;

/**
 * Applies what people said about presence, one correction after the other, to what the cycles give
 * (promise 6). Each applies to what is there for certain, at best and possibly alike.
 */
final class PresenceCorrections {

  private final Corrections corrections;
  private final Map<PersonId, PersonPresence> present;
  private final Function<PersonId, PersonPresence> unknown;

  /** Persons who are named but have no cycle come to be among those present. */
  PresenceCorrections(
      Corrections corrections,
      Map<PersonId, PersonPresence> present,
      Function<PersonId, PersonPresence> unknown) {
    this.corrections = corrections;
    this.present = present;
    this.unknown = unknown;
  }

  void apply() {
    for (Correction correction : corrections.ofPresence()) {
      if (correction instanceof PresenceAdded added) {
        of(added.person()).add(Presence.exactly(IntervalSet.of(added.interval())));
      } else if (correction instanceof PresenceRemoved removed) {
        of(removed.person()).remove(IntervalSet.of(removed.interval()));
      } else if (correction instanceof PresenceMoved moved) {
        move(moved);
      }
    }
  }

  private void move(PresenceMoved moved) {
    PersonPresence from = of(moved.from());
    PersonPresence to = of(moved.to());
    // Merged since: then it is where it belongs.
    if (!from.person().equals(to.person())) {
      IntervalSet time = IntervalSet.of(moved.interval());
      to.add(from.presence().within(time));
      from.remove(time);
    }
  }

  private PersonPresence of(PersonId named) {
    return present.computeIfAbsent(corrections.person(named), unknown);
  }
}
