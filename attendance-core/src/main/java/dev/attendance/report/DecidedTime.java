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

/**
 * A stretch of time of which a person decided whether somebody was there (promise 6).
 *
 * @param there whether somebody was
 * @param interval when
 */
record DecidedTime(boolean there, Interval interval) {

  /** Whose time was decided, and how, in the order in which it applies. */
  static Map<PersonId, List<DecidedTime>> of(SessionAttendance attendance) {
    Corrections corrections = attendance.corrections();
    Map<PersonId, List<DecidedTime>> decided = new HashMap<>();
    for (CorrectionEntry entry : corrections.entries()) {
      if (entry.standing() != CorrectionStanding.IN_FORCE) {
        continue;
      }
      Correction correction = entry.correction();
      if (correction instanceof PresenceAdded added) {
        add(decided, corrections.person(added.person()), true, added.interval());
      } else if (correction instanceof PresenceRemoved removed) {
        add(decided, corrections.person(removed.person()), false, removed.interval());
      } else if (correction instanceof PresenceMoved moved) {
        PersonId from = corrections.person(moved.from());
        PersonId into = corrections.person(moved.to());
        for (Interval stay : stays(attendance, from, moved.interval())) {
          add(decided, from, false, stay);
          add(decided, into, true, stay);
        }
      }
    }
    return decided;
  }

  /** Only where somebody may have been is anything moved. */
  private static List<Interval> stays(
      SessionAttendance attendance, PersonId person, Interval within) {
    return IntervalSet.unionOf(
            attendance.cycles().stream()
                .filter(cycle -> cycle.counts() && cycle.person().equals(person))
                .map(PersonCycle::cycle)
                .map(cycle -> cycle.possible())
                .toList())
        .intersection(IntervalSet.of(within))
        .intervals();
  }

  private static void add(
      Map<PersonId, List<DecidedTime>> decided, PersonId person, boolean there, Interval interval) {
    decided
        .computeIfAbsent(person, unknown -> new ArrayList<>())
        .add(new DecidedTime(there, interval));
  }
}
