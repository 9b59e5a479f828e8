package dev.attendance.report;

import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionEntry;
import dev.attendance.record.CorrectionStanding;
import dev.attendance.record.Corrections;
import dev.attendance.record.PersonCycle;
import dev.attendance.record.PresenceAdded;
import dev.attendance.record.PresenceMoved;
import dev.attendance.record.PresenceRemoved;
import dev.attendance.record.SessionAttendance;
import dev.attendance.session.PersonId;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A stretch of time of which a person decided whether somebody was there (promise 6).
 *
 * @param there whether somebody was
 * @param interval when
 */
record DecidedTime(boolean there, Interval interval) {

  /** Whose time was decided, and how, in the order in which it applies. */
  static Map<PersonId, List<DecidedTime>> of(SessionAttendance attendance) {
    Replay replay = new Replay(attendance);
    attendance.corrections().entries().stream()
        .filter(entry -> entry.standing() == CorrectionStanding.IN_FORCE)
        .map(CorrectionEntry::correction)
        .forEach(replay::apply);
    return replay.decided;
  }

  /** Applies one decision after the other to when somebody may have been connected. */
  private static final class Replay {
    private final Map<PersonId, List<DecidedTime>> decided = new HashMap<>();
    private final Map<PersonId, IntervalSet> possible;
    private final Corrections corrections;

    Replay(SessionAttendance attendance) {
      corrections = attendance.corrections();
      possible =
          attendance.cycles().stream()
              .filter(PersonCycle::counts)
              .collect(
                  Collectors.groupingBy(
                      PersonCycle::person,
                      Collectors.collectingAndThen(
                          Collectors.mapping(
                              cycle -> cycle.cycle().possible(), Collectors.toList()),
                          IntervalSet::unionOf)));
    }

    void apply(Correction correction) {
      if (correction instanceof PresenceAdded added) {
        decide(corrections.person(added.person()), true, added.interval());
      } else if (correction instanceof PresenceRemoved removed) {
        decide(corrections.person(removed.person()), false, removed.interval());
      } else if (correction instanceof PresenceMoved moved) {
        move(corrections.person(moved.from()), corrections.person(moved.to()), moved.interval());
      }
    }

    /** Only where somebody may have been is anything moved; nothing between one and the same. */
    private void move(PersonId from, PersonId to, Interval within) {
      if (!from.equals(to)) {
        for (Interval stay : of(from).intersection(IntervalSet.of(within)).intervals()) {
          decide(from, false, stay);
          decide(to, true, stay);
        }
      }
    }

    private void decide(PersonId person, boolean there, Interval interval) {
      IntervalSet time = IntervalSet.of(interval);
      possible.put(person, there ? of(person).union(time) : of(person).difference(time));
      decided
          .computeIfAbsent(person, unknown -> new ArrayList<>())
          .add(new DecidedTime(there, interval));
    }

    private IntervalSet of(PersonId person) {
      return possible.getOrDefault(person, IntervalSet.empty());
    }
  }
}
