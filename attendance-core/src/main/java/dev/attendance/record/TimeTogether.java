package dev.attendance.record;

import dev.attendance.session.PersonId;
import dev.attendance.time.IntervalSet;
import dev.attendance.time.Overlap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Who was there with whom, by the best values, inside the window; gaps that the policy bridges are
 * no presence here. One sweep over everybody and one over the hosts answer for each person.
 */
final class TimeTogether {

  private final Predicate<PersonId> isHost;
  private final Overlap everybody;
  private final Overlap hosts;

  private TimeTogether(Predicate<PersonId> isHost, Overlap everybody, Overlap hosts) {
    this.isHost = isHost;
    this.everybody = everybody;
    this.hosts = hosts;
  }

  static TimeTogether of(
      Collection<PersonPresence> counted, Predicate<PersonId> isHost, Window window) {
    List<IntervalSet> everybody = new ArrayList<>(counted.size());
    List<IntervalSet> hosts = new ArrayList<>();
    for (PersonPresence theirs : counted) {
      IntervalSet inside = theirs.inside(window).best();
      everybody.add(inside);
      if (isHost.test(theirs.person())) {
        hosts.add(inside);
      }
    }
    return new TimeTogether(isHost, Overlap.of(everybody), Overlap.of(hosts));
  }

  Crowd crowd() {
    return new Crowd(everybody.peak(), everybody.total(), hosts.any().duration());
  }

  /** With whom one of them was there. */
  Company company(PersonId person, IntervalSet inside) {
    if (inside.isEmpty()) {
      return Company.NONE;
    }
    Duration withHost =
        isHost.test(person)
            ? inside.duration().minus(inside.durationWithin(hosts.one()))
            : inside.durationWithin(hosts.any());
    return new Company(withHost, inside.durationWithin(everybody.one()));
  }

  /** The longest time away in between while the window ran. */
  static Duration longestGap(IntervalSet inside, IntervalSet window) {
    IntervalSet gaps = inside.gaps();
    return gaps.isEmpty() ? Duration.ZERO : gaps.intersection(window).longest();
  }
}
